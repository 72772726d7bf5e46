enum TOMLReader { static func read(_ bytes: [UInt8]) throws(FormatError) -> DataDocument { throw FormatError(code: "Y001", line: 1, column: 1, problem: "TOML is not read yet") } }
