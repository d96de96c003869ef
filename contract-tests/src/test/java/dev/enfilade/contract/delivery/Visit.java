package dev.enfilade.contract.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One request to the demo, and what is to come back.
 *
 * @param route the method and path as documented, such as {@code HEAD /api/blobs/{digest}}
 * @param path the path that is asked for
 * @param words a piece of the answer's body
 */
record Visit(String route, String path, String body, int status, String words) {

    private static final Path PAGE = Path.of("../docs/compatibility.md");
    private static final Pattern ROUTE = Pattern.compile("^\\| `([A-Z]+ /\\S*)` \\|", Pattern.MULTILINE);
    private static final String BLOB = "sha256:" + "0".repeat(64);

    /** The table of visits: route, status, piece of the answer, body. */
    static List<Visit> all() throws IOException {
        InputStream table = Objects.requireNonNull(Visit.class.getResourceAsStream("/delivery/visits.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Visit::of).toList();
        }
    }

    /** The routes of the Ollama API in the table of the documentation, which another test holds against the code. */
    static List<String> documented() throws IOException {
        return ROUTE.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    private static Visit of(String line) {
        String[] cells = line.split("\t", -1);
        String path = cells[0].substring(cells[0].indexOf(' ') + 1)
                .replace("{digest}", BLOB)
                .replace("{key}", "some-key");
        return new Visit(cells[0], path, cells[3], Integer.parseInt(cells[1]), cells[2]);
    }

    @Override
    public String toString() {
        return route + " " + body;
    }
}
