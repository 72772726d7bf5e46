extension Explanation {
  /// Text files in general.
  static let encodings: [Explanation] = [
    .fine("E001", "a byte order mark", "It is accepted and dropped."),
    .fine("E002", "line ends of Windows or old Macs", "They are accepted."),
    .error(
      "E003", "text that is not UTF-8", "The message names the first byte that does not fit.",
      kept: "everything but this file", help: "save the file as UTF-8"),
    .error(
      "E004", "text in UTF-16", "The file begins with the mark of UTF-16.",
      kept: "everything but this file", help: "save the file as UTF-8"),
    .error(
      "E005", "a binary file", "A byte in it is none of a text.",
      kept: "everything but this file", help: "name a text file"),
  ]

  /// TOML.
  static let toml: [Explanation] = [
    .error(
      "L001", "not TOML", "The message names the line and what was expected there.",
      kept: "everything but this file", help: "mend the line"),
    .error(
      "L002", "a TOML key twice", "A key or a table is defined twice.",
      kept: "everything but this file", help: "delete one of them"),
    .error(
      "L003", "TOML too deep or too long",
      "More levels or values than any reader should be made to hold.",
      kept: "everything but this file", help: "split the file"),
  ]

  /// Params in Python files.
  static let python: [Explanation] = [
    .error(
      "N001", "not Python that DVC reads",
      "The file cannot be read as a module with assignments.", kept: "everything but this file",
      help: "run python -m py_compile on it"),
    .error(
      "N002", "Python too deep or too long",
      "More levels or values than any reader should be made to hold.",
      kept: "everything but this file", help: "move params to YAML or JSON"),
  ]

  /// JSON.
  static let json: [Explanation] = [
    .error(
      "J001", "not JSON", "The message names the line and what was expected there.",
      kept: "everything but this file", help: "mend the place that the message shows"),
    .note(
      "J002", "not a number", "A metric is NaN, which JSON cannot hold.",
      kept: "“NaN” on pages, null in documents, a gap in plots; it is never the best",
      help: "nothing, or log no metric where there is none"),
    .note(
      "J003", "an infinite number", "A metric is infinite or larger than any double.",
      kept: "“∞” on pages, null in documents, a gap in plots; it is never the best",
      help: "nothing, or log no metric where there is none"),
    .error(
      "J004", "a JSON key twice", "An object has one key twice.",
      kept: "the last value, as in DVC", help: "delete one of them"),
    .fine("J005", "integers of any size", "All their digits are kept."),
    .fine("J006", "very small numbers and minus zero", "They are shown as written."),
    .error(
      "J007", "JSON too deep or too long",
      "More levels or values than any reader should be made to hold.",
      kept: "everything but this file", help: "split the file"),
    .warning(
      "J008", "characters that no text can hold",
      "A NUL or half of a surrogate pair stands in a text.",
      kept: "the text without the NUL, and U+FFFD for the half", help: "write the text anew"),
    .fine(
      "J009", "a metric file without an object",
      "A number alone is a metric named by its file, as in DVC; a list is numbered."),
    .warning(
      "J010", "a metric that is sometimes a number and sometimes not",
      "Between such versions there is no difference to show and no line to draw.",
      kept: "every value as it was written", help: "log it as a number in every version"),
    .warning(
      "J011", "more values or files than are shown",
      "A limit of the configuration was reached.", kept: "the first ones",
      help: "raise limits.values_per_file or limits.files_per_commit, or log less"),
  ]

  /// YAML.
  static let yaml: [Explanation] = [
    .error(
      "Y001", "not YAML", "The message names the line and what was expected there.",
      kept: "everything but this file", help: "mend the place that the message shows"),
    .error(
      "Y002", "a YAML key twice", "A mapping has one key twice, so nobody can tell which counts.",
      kept: "everything but this file", help: "delete one of them"),
    .error(
      "Y003", "YAML that expands beyond measure",
      "Aliases that refer to aliases make more than 100,000 nodes of a few lines.",
      kept: "everything but this file", help: "write the values out"),
    .error(
      "Y004", "YAML too deep", "Nested deeper than 256 levels.",
      kept: "everything but this file", help: "make it flatter"),
    .error(
      "Y005", "an alias without an anchor", "An alias names nothing before it, or itself.",
      kept: "everything but this file", help: "mend the alias; quote text that begins with *"),
    .error(
      "Y006", "a key that is no word", "A list or a mapping stands where a key does.",
      kept: "everything but this file", help: "use a word, or quote it"),
    .error(
      "Y007", "several documents in one file", "A line --- begins a second document.",
      kept: "everything but this file", help: "keep one document in the file"),
    .error(
      "Y008", "tabs in YAML", "YAML is indented with spaces only.",
      kept: "everything but this file", help: "replace tabs by spaces"),
    .warning(
      "Y009", "a tag that is ignored",
      "A tag such as !!python/object names a type of one language; nothing is ever made of it.",
      kept: "the value without its tag", help: "remove the tag"),
    .fine(
      "Y010", "yes, 017 and 1:30", "Plain values are typed by YAML 1.2, as in DVC: “yes” is text."),
    .error(
      "Y011", "control characters in YAML", "A character in it is none of a text.",
      kept: "everything but this file", help: "remove it, or write it as an escape in quotes"),
    .error(
      "Y012", "a value of the wrong shape",
      "A list stands where a mapping is needed, a number where a path is, and so on.",
      kept: "everything but that item", help: "write what the message expects"),
    .warning(
      "Y013", "an unknown key",
      "Neither DVC nor GTO knows the key; it may be misspelt.", kept: "everything else",
      help: "the message names the nearest key"),
  ]

  /// Tables of plots.
  static let csv: [Explanation] = [
    .warning(
      "C001", "rows of different length", "The message names the first such line.",
      kept: "missing cells are empty, further ones are left out",
      help: "write every column in every row"),
    .warning(
      "C002", "columns without names, or two of one name",
      "The first line has an empty or a repeated name.",
      kept: "such columns are called col1, col2, …",
      help: "name every column once"),
    .error(
      "C003", "quotes that are not closed", "The message names the line where they open.",
      kept: "the other rows, and a quote in the middle as it stands",
      help: "close the quotes, or double those inside"),
    .warning(
      "C004", "text in a column of numbers", "The message says how many cells it is in.",
      kept: "the other cells; these are gaps", help: "write numbers, or leave the cells empty"),
    .warning(
      "C005", "another separator or a decimal comma",
      "The file ends in .csv and looks separated by semicolons or tabs.",
      kept: "the file as its name says", help: "separate by commas, or name it .tsv"),
    .warning(
      "C006", "steps out of order", "A step comes twice, or before a smaller one.",
      kept: "all steps, sorted; of equal ones the last", help: "log each step once"),
    .note(
      "C007", "more points than are drawn",
      "A series has more rows than a chart has room for.",
      kept: "the rows that keep the line's shape; the caption says so",
      help: "nothing, or log less often"),
    .fine("C008", "nothing or one point to draw", "A sentence or a single mark is shown."),
    .fine("C009", "constant and extreme series", "The axis is widened, or made logarithmic."),
    .fine(
      "C010", "cells that a spreadsheet would run",
      "In CSV that Vitrine writes, a cell that begins with = + - @ has an apostrophe before it; "
        + "JSON has it as it is."),
  ]
}
