import Markdown
import Subprocess

/// Asks one worker for cards until there are no more or the worker does not answer.
///
/// Requests are sent ahead of the answers, so that the worker never waits for this process. A task
/// of its own writes them: were they written between reading answers, the two processes could wait
/// for each other with both pipes full.
struct WorkerConversation {
  /// How a conversation came to its end.
  enum Ending: Sendable {
    /// Nothing is left to ask.
    case finished

    /// The worker did not say that it runs.
    case notReady

    /// The worker said nothing more.
    case silent

    /// The worker said something that no worker says.
    case nonsense
  }

  /// What is sent ahead at most, unless a single card is larger.
  private static let bytesAhead = 1 << 15
  private static let cardsAhead = 32

  let queue: CardQueue
  let options: MarkdownOptions
  let patience: Patience
  let watch: CardWatch
  let requests: AsyncStream<[UInt8]>.Continuation
  var output: SubprocessOutputSequence.Iterator

  /// The cards that the worker was asked for and has not answered, in order.
  private(set) var unanswered: [Int] = []
  private var buffer = FrameBuffer()

  /// Makes a conversation with a worker whose standard output is `output`.
  init(
    queue: CardQueue, options: MarkdownOptions, patience: Patience, watch: CardWatch,
    requests: AsyncStream<[UInt8]>.Continuation, output: SubprocessOutputSequence.Iterator
  ) {
    self.queue = queue
    self.options = options
    self.patience = patience
    self.watch = watch
    self.requests = requests
    self.output = output
  }

  /// Holds the conversation.
  mutating func run() async -> Ending {
    guard await nextMessage() == .message(Frame.ready) else { return .notReady }
    queue.workerStarted()
    while true {
      ask()
      if unanswered.isEmpty { return .finished }
      switch await nextMessage() {
      case .none: return .silent
      case .nonsense: return .nonsense
      case .message(let answer):
        guard let outcome = CardOutcome(answer: answer) else { return .nonsense }
        queue.settle(unanswered.removeFirst(), outcome)
        watchNext()
      }
    }
  }

  /// Sends requests, several at once when half of those sent before are answered.
  private mutating func ask() {
    var ahead = unanswered.reduce(0) { $0 + queue.texts[$1].bytes.count }
    let wasIdle = unanswered.isEmpty
    guard wasIdle || ahead < Self.bytesAhead / 2 else { return }
    var portion: [UInt8] = []
    while unanswered.isEmpty || ahead < Self.bytesAhead && unanswered.count < Self.cardsAhead {
      guard let index = queue.take() else { break }
      let text = queue.texts[index]
      portion += Frame.framing(CardRequest(text: text, options: options).coded)
      unanswered.append(index)
      ahead += text.bytes.count
    }
    if !portion.isEmpty { requests.yield(portion) }
    if wasIdle { watchNext() }
  }

  /// A worker answers in order: what is waited for is the first card without an answer.
  private func watchNext() {
    guard let index = unanswered.first else { return watch.end() }
    let limit = patience.limit(forSize: queue.texts[index].bytes.count)
    watch.begin(.card(index), limit: limit ?? patience.limits.perCardLater)
  }

  private enum Message: Equatable {
    case message([UInt8])
    case nonsense
    case none
  }

  private mutating func nextMessage() async -> Message {
    while true {
      do { if let message = try buffer.next() { return .message(message) } } catch {
        return .nonsense
      }
      guard let more = try? await output.next() else { return .none }
      unsafe more.withUnsafeBytes { unsafe buffer.append($0) }
    }
  }
}
