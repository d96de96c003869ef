package dev.enfilade.bootstrap.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What the output goes to, if it is a person's terminal.
 *
 * @param colours whether it shows them
 * @param symbols whether it shows more than ASCII
 * @param columns how many characters fit into a line
 */
record Terminal(boolean colours, boolean symbols, int columns) {

    private static final int USUAL_COLUMNS = 80;
    private static final int WIDE = 10_000;

    /** A file, a pipe, another program: plain, and as wide as it comes. */
    static final Terminal NONE = new Terminal(false, false, WIDE);

    /** The terminal of this process, as its variables describe it. */
    static Terminal ofThisProcess(Map<String, String> variables) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> described(variables, console.charset()))
                .orElse(NONE);
    }

    /** A terminal of which the variables {@code NO_COLOR}, {@code TERM} and {@code COLUMNS} tell what it can. */
    static Terminal described(Map<String, String> variables, Charset charset) {
        boolean dumb = variables.getOrDefault("TERM", "").equals("dumb");
        boolean colours = !dumb && variables.getOrDefault("NO_COLOR", "").isEmpty();
        int columns = Optional.ofNullable(variables.get("COLUMNS"))
                .filter(text -> text.matches("[1-9]\\d{1,3}"))
                .map(Integer::valueOf)
                .orElse(USUAL_COLUMNS);
        return new Terminal(colours, !dumb && charset.equals(StandardCharsets.UTF_8), columns);
    }
}
