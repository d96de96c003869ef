package dev.enfilade.adapter.in.ollama.template;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import java.util.ArrayList;
import java.util.List;

/** Cuts a Go template into text and actions; a dash inside the braces eats the white space beside them. */
final class TemplateLexer {

    /** What stands between two pairs of braces, what between the braces of one, and the end of it all. */
    enum Kind {
        TEXT,
        ACTION,
        END
    }

    /** @param line where the piece begins, from 1 */
    record Piece(Kind kind, String text, int line) {}

    private static final String OPEN = "{{";
    private static final String TRIMMING_OPEN = "{{- ";
    private static final String CLOSE = "}}";
    private static final String TRIMMING_CLOSE = " -}}";

    private final String template;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;
    private int line = 1;

    private TemplateLexer(String template) {
        this.template = template;
    }

    /**
     * All pieces, the end being the last.
     *
     * @throws OllamaError with Go's text if an action is not closed
     */
    static List<Piece> pieces(String template) {
        TemplateLexer lexer = new TemplateLexer(template);
        while (lexer.at < template.length()) {
            lexer.text();
            lexer.action();
        }
        lexer.add(Kind.END, "", template.length());
        return lexer.pieces;
    }

    private void text() {
        int open = template.indexOf(OPEN, at);
        int end = open < 0 ? template.length() : open;
        String text = template.substring(at, end);
        boolean trimsLeft = template.startsWith(TRIMMING_CLOSE, at - TRIMMING_CLOSE.length());
        boolean trimsRight = template.startsWith(TRIMMING_OPEN, end);
        String left = trimsLeft ? text.stripLeading() : text;
        add(Kind.TEXT, trimsRight ? left.stripTrailing() : left, end);
    }

    private void action() {
        if (at == template.length()) {
            return;
        }
        int close = template.indexOf(CLOSE, at);
        if (close < 0) {
            throw GoTemplate.error(line, "unclosed action");
        }
        int end = close + CLOSE.length();
        int from = at + (template.startsWith(TRIMMING_OPEN, at) ? TRIMMING_OPEN.length() : OPEN.length());
        int to = template.startsWith(TRIMMING_CLOSE, end - TRIMMING_CLOSE.length()) ? close - 2 : close;
        add(Kind.ACTION, template.substring(from, Math.max(from, to)).strip(), end);
    }

    private void add(Kind kind, String text, int end) {
        pieces.add(new Piece(kind, text, line));
        line += (int) template.substring(at, end).chars().filter(c -> c == '\n').count();
        at = end;
    }
}
