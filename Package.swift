// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "vitrine",
  products: [.executable(name: "vitrine", targets: ["CLI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // C libraries of the system.
    .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    // Bytes to values and back: no process, no file, no model.
    .target(name: "Formats", dependencies: ["CYAML"]),
    .target(name: "Mustache"),
    .target(name: "Digests"),
    .target(name: "Explanations"),
    .target(name: "Locks"),
    .target(name: "Records", dependencies: ["Formats"]),
    .target(name: "Markdown", dependencies: ["CCMark", "Formats"]),

    // Git objects → registry → site → files.
    .target(
      name: "GitStore",
      dependencies: ["Locks", .product(name: "Subprocess", package: "swift-subprocess")]),
    .target(
      name: "Storage",
      dependencies: [
        "Digests", "Formats", "Records", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(
      name: "Cards",
      dependencies: [
        "Formats", "Locks", "Markdown", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(
      name: "Registry",
      dependencies: [
        "Cards", "Digests", "Formats", "GitStore", "Markdown", "Records", "Storage",
      ]),
    .target(name: "FactStore", dependencies: ["Cards", "Formats", "Locks", "Registry"]),
    .target(name: "Drawing", dependencies: ["Mustache"]),
    .target(name: "Theme", exclude: ["Assets", "Templates"], plugins: ["EmbedTheme"]),
    .target(
      name: "Site",
      dependencies: [
        "Cards", "Digests", "Drawing", "Explanations", "Formats", "GitStore", "Markdown",
        "Mustache", "Records", "Registry", "Theme",
      ]),
    .target(name: "Publishing", dependencies: ["Digests"]),
    .target(name: "Demo", dependencies: ["Digests", "GitStore"]),
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Cards", "Demo", "Digests", "Explanations", "FactStore", "Formats", "GitStore", "Locks",
        "Markdown", "Mustache", "Publishing", "Records", "Registry", "Site", "Storage", "Theme",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // How Templates/ and Assets/ get into the executable.
    .executableTarget(name: "embed-theme"),
    .plugin(
      name: "EmbedTheme", capability: .buildTool(), dependencies: ["embed-theme"],
      path: "Sources/EmbedTheme"),

    .target(
      name: "TestSupport",
      dependencies: ["Formats", .product(name: "Subprocess", package: "swift-subprocess")],
      path: "Tests/TestSupport"),
    .testTarget(name: "FormatsTests", dependencies: ["Formats"]),
    .testTarget(name: "MustacheTests", dependencies: ["Mustache"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "RecordsTests", dependencies: ["Formats", "Records"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(
      name: "CorporaTests", dependencies: ["Markdown", "TestSupport"], exclude: ["explained.txt"]),
    .testTarget(
      name: "CardsTests", dependencies: ["Cards", "Formats", "Markdown", "TestSupport"]),
    .testTarget(name: "FactStoreTests", dependencies: ["FactStore", "Formats", "TestSupport"]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Digests", "Formats", "Records", "Storage", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Cards", "Digests", "Formats", "GitStore", "Locks", "Markdown", "Records", "Registry",
        "TestSupport",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Cards", "Drawing", "Formats", "GitStore", "Markdown", "Mustache", "Records", "Registry",
        "Site", "TestSupport", "Theme",
      ]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "TestSupport"]),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing", "TestSupport"]),
    .testTarget(
      name: "DemoTests", dependencies: ["Demo", "Formats", "GitStore", "Records", "TestSupport"]),
    .testTarget(
      name: "CLITests", dependencies: ["CLI", "Markdown", "Registry", "Site", "Storage"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Cards", "Digests", "Explanations", "Formats", "Markdown", "Records", "Registry",
        "TestSupport",
      ],
      exclude: ["Golden", "HostileCards"]),
  ],
  swiftLanguageModes: [.v6]
)

let strictSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = strictSettings
}

// `make fuzz` and `make test` set this. libFuzzer brings the main function to every executable, so
// the one that a build of Theme needs is left out with all that depends on it.
if Context.environment["VITRINE_FUZZ"] != nil {
  let others: Set = ["CLI", "EmbedTheme", "Site", "Theme", "embed-theme"]
  package.products = []
  package.targets.removeAll { $0.type == .test || others.contains($0.name) }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Formats", "GitStore", "Markdown", "Records", "Registry"],
      path: "Tests/Fuzz",
      exclude: ["Corpus", "tokens.txt"],
      swiftSettings: strictSettings + [.unsafeFlags(["-parse-as-library"])]))
}
