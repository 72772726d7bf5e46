import Testing

@testable import Registry
@testable import Site

struct EventNoteTests {
  @Test(
    "The words that GTO writes by itself are no note",
    arguments: [
      (.registration, "Registering artifact m version v1.0.0"),
      (.deregistration, "Deregistering artifact m version v1.0.0"),
      (.assignment, "Assigning stage prod to artifact m version v1.0.0"),
      (.unassignment, "Unassigning stage 'prod' to artifact 'm' version 'v1.0.0'"),
      (.deprecation, "Deprecating artifact 'm'"),
      (.registration, ""),
    ] as [(RegistryEvent.Kind, String)])
  func standard(kind: RegistryEvent.Kind, message: String) throws {
    #expect(try event(kind, message).note == nil)
    #expect(try event(kind, "Because " + message).note == "Because " + message)
  }

  private func event(_ kind: RegistryEvent.Kind, _ message: String) throws -> RegistryEvent {
    SampleRegistry.event(
      kind, "m", "v1.0.0", stage: "prod", at: try SampleRegistry.commit(1), day: 0, tag: "m",
      message: message)
  }
}
