package dev.enfilade.contract.sdk;

import java.util.ArrayList;
import java.util.List;

/** The statements of a Python file, one at a time: without comments, docstrings and blank lines, brackets closed. */
final class PythonLines {

    private static final String TRIPLE = "\"\"\"";

    private final List<String> lines;
    private int next;
    private int indent;
    private String text = "";

    PythonLines(String source) {
        this.lines = source.lines().toList();
    }

    /** Goes to the next statement; false at the end. */
    boolean next() {
        while (next < lines.size()) {
            String line = lines.get(next++);
            indent = indentOf(line);
            text = line.strip();
            if (text.startsWith(TRIPLE)) {
                skipDocstring();
            } else if (!text.isEmpty() && "#'\"".indexOf(text.charAt(0)) < 0) {
                closeBrackets();
                return true;
            }
        }
        return false;
    }

    int indent() {
        return indent;
    }

    String text() {
        return text;
    }

    /** The lines below this statement that are further in, stripped; they are behind us then. */
    List<String> block() {
        List<String> block = new ArrayList<>();
        while (next < lines.size() && (lines.get(next).isBlank() || indentOf(lines.get(next)) > indent)) {
            block.add(lines.get(next++).strip());
        }
        return block;
    }

    UnknownForm unknown() {
        return new UnknownForm("Python, line " + next, text);
    }

    private void skipDocstring() {
        boolean closed = text.indexOf(TRIPLE, TRIPLE.length()) > 0;
        while (!closed && next < lines.size()) {
            closed = lines.get(next++).contains(TRIPLE);
        }
    }

    private void closeBrackets() {
        StringBuilder statement = new StringBuilder(text);
        while (depth(statement) > 0 && next < lines.size()) {
            statement.append(' ').append(lines.get(next++).strip());
        }
        text = statement.toString();
    }

    private static int depth(CharSequence statement) {
        int depth = 0;
        for (int at = 0; at < statement.length(); at++) {
            char c = statement.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : 0;
            depth -= ")]}".indexOf(c) >= 0 ? 1 : 0;
        }
        return depth;
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }
}
