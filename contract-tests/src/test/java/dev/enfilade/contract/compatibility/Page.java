package dev.enfilade.contract.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page up to its generated tables: headings of the second level name routes, those of the third a part, tables have
 * three columns.
 */
record Page(String text, List<Row> rows) {

    static final Path FILE = Path.of("../docs/compatibility.md");

    /** Where the generated tables begin. */
    static final String GENERATED = "## Options and dialects\n";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final int COLUMNS = 3;

    Page {
        rows = List.copyOf(rows);
    }

    static Page read() throws IOException {
        return parse(Files.readString(FILE));
    }

    static Page parse(String text) {
        List<Row> rows = new ArrayList<>();
        String route = "";
        String part = "";
        for (String line : text.substring(0, text.indexOf(GENERATED)).lines().toList()) {
            if (line.startsWith("## ")) {
                route = line.substring(3).replace("`", "");
                part = "";
            } else if (line.startsWith("### ")) {
                part = line.substring(4);
            } else if (line.startsWith("| `")) {
                rows.add(row(route, part, line));
            }
        }
        return new Page(text, rows);
    }

    List<Row> rows(String part) {
        return rows.stream().filter(row -> row.part().equals(part)).toList();
    }

    Stream<String> members(String route, String part) {
        return rows(part).stream().filter(row -> row.route().equals(route)).flatMap(row -> row.members().stream());
    }

    private static Row row(String route, String part, String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != COLUMNS + 2) {
            throw new IllegalArgumentException("not three columns: " + line);
        }
        return new Row(route, part, codes(cells.get(1)), cells.get(2), codes(cells.get(3)));
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }
}
