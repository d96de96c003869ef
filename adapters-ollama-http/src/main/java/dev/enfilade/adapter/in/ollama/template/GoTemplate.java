package dev.enfilade.adapter.in.ollama.template;

import dev.enfilade.adapter.in.ollama.http.OllamaError;
import dev.enfilade.adapter.in.ollama.json.GoQuote;
import dev.enfilade.adapter.in.ollama.template.TemplateLexer.Kind;
import dev.enfilade.adapter.in.ollama.template.TemplateLexer.Piece;
import dev.enfilade.domain.failure.Failure.Unsupported;
import dev.enfilade.domain.failure.FailureException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Go's template language that prompts of one turn need: variables and {@code if} with {@code else}.
 * Anything more is refused, never guessed at.
 */
public final class GoTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\.([A-Z][A-Za-z]*)");
    private static final Pattern CHOICE = Pattern.compile("if +\\.([A-Z][A-Za-z]*)");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Go's keywords and functions, and those that Ollama 0.33 adds. */
    private static final Set<String> WORDS = Set.of(
            "if",
            "else",
            "end",
            "range",
            "with",
            "define",
            "block",
            "template",
            "break",
            "continue",
            "true",
            "false",
            "nil",
            "and",
            "call",
            "eq",
            "ge",
            "gt",
            "html",
            "index",
            "js",
            "le",
            "len",
            "lt",
            "ne",
            "not",
            "or",
            "print",
            "printf",
            "println",
            "slice",
            "urlquery",
            "json",
            "currentDate",
            "yesterdayDate",
            "toTypeScriptType");

    private static final Set<String> BLOCK_ENDS = Set.of("else", "end");

    /** Far more than any prompt needs, and little enough for the stack. */
    private static final int DEEPEST = 100;

    private final Iterator<Piece> pieces;
    private int line = 1;
    private int depth;

    private GoTemplate(List<Piece> pieces) {
        this.pieces = pieces.iterator();
    }

    /**
     * The prompt up to the place where the answer belongs.
     *
     * @throws OllamaError status 500 with Go's text, as Ollama 0.33 answers a template that does not parse
     * @throws FailureException {@link Unsupported} if the template needs more of the language
     */
    public static String render(String template, Map<String, String> values) {
        GoTemplate parser = new GoTemplate(TemplateLexer.pieces(template));
        List<TemplateNode> nodes = new ArrayList<>();
        String end = parser.block(nodes);
        if (!end.isEmpty()) {
            throw error(parser.line, "unexpected {{" + end + "}}");
        }
        StringBuilder prompt = new StringBuilder();
        TemplateNode.appendAll(nodes, prompt, values);
        return prompt.toString();
    }

    static OllamaError error(int line, String what) {
        return new OllamaError(500, "template: :" + line + ": " + what);
    }

    /**
     * Reads nodes up to {@code else} or {@code end}, whichever it was, or to the end of the template, which is the
     * empty word.
     */
    private String block(List<TemplateNode> nodes) {
        while (true) {
            Piece piece = pieces.next();
            line = piece.line();
            if (piece.kind() == Kind.END) {
                return "";
            }
            if (piece.kind() == Kind.ACTION && BLOCK_ENDS.contains(piece.text())) {
                return piece.text();
            }
            node(piece).ifPresent(nodes::add);
        }
    }

    private Optional<TemplateNode> node(Piece piece) {
        return piece.kind() == Kind.TEXT ? Optional.of(new TemplateNode.Plain(piece.text())) : action(piece.text());
    }

    /** Nothing if it is a comment. */
    private Optional<TemplateNode> action(String action) {
        if (action.startsWith("/*")) {
            return Optional.empty();
        }
        Matcher variable = VARIABLE.matcher(action);
        if (variable.matches()) {
            return Optional.of(new TemplateNode.Variable(variable.group(1)));
        }
        checkWords(action);
        Matcher choice = CHOICE.matcher(action);
        if (!choice.matches() || depth == DEEPEST) {
            throw new FailureException(new Unsupported("template: {{" + action + "}} is not supported"));
        }
        depth++;
        TemplateNode node = choice(choice.group(1));
        depth--;
        return Optional.of(node);
    }

    /** What Go notices before it looks any further. */
    private void checkWords(String action) {
        if (action.isEmpty()) {
            throw error(line, "missing value for command");
        }
        if (action.equals("if")) {
            throw error(line, "missing value for if");
        }
        Matcher word = WORD.matcher(action);
        if (word.lookingAt() && !WORDS.contains(word.group())) {
            throw error(line, "function " + GoQuote.text(word.group()) + " not defined");
        }
    }

    private TemplateNode choice(String name) {
        List<TemplateNode> filled = new ArrayList<>();
        List<TemplateNode> empty = new ArrayList<>();
        String end = block(filled);
        if (end.equals("else")) {
            end = block(empty);
        }
        if (end.isEmpty()) {
            throw error(line, "unexpected EOF");
        }
        if (end.equals("else")) {
            throw error(line, "unexpected {{else}}");
        }
        return new TemplateNode.Choice(name, filled, empty);
    }
}
