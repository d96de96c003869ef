package dev.enfilade.contract.sdk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a TypeScript declaration file, without comments. */
final class TypeScriptTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>/\\*.*?\\*/|//[^\n]*)|(?<token>[\\w$]+|'[^']*'|\"[^\"]*\"|=>|\\S)", Pattern.DOTALL);

    private final List<String> tokens = new ArrayList<>();
    private int next;

    TypeScriptTokens(String source) {
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            if (matcher.group("token") != null) {
                tokens.add(matcher.group("token"));
            }
        }
    }

    boolean hasNext() {
        return next < tokens.size();
    }

    boolean isNext(String token) {
        return hasNext() && tokens.get(next).equals(token);
    }

    String take() {
        if (!hasNext()) {
            throw unknown("end of file");
        }
        return tokens.get(next++);
    }

    void expect(String token) {
        String found = take();
        if (!found.equals(token)) {
            throw unknown(found + " instead of " + token);
        }
    }

    /** Everything up to the semicolon, which is taken too; an object among it is unknown. */
    String takeStatement() {
        StringBuilder words = new StringBuilder();
        for (String token = take(); !token.equals(";"); token = take()) {
            if (token.equals("{") || token.equals("}")) {
                throw unknown(words + token);
            }
            boolean apart = token.equals("|")
                    || words.toString().endsWith("|")
                    || words.toString().endsWith(",");
            words.append(apart && !words.isEmpty() ? " " : "").append(token);
        }
        return words.toString();
    }

    /** Steps over everything up to the semicolon outside of braces. */
    void skipStatement() {
        int depth = 0;
        for (String token = take(); depth > 0 || !token.equals(";"); token = take()) {
            depth += depthOf(token);
        }
    }

    /** Steps over a class with its body, or over anything else that is declared. */
    void skipDeclared() {
        if (!isNext("class")) {
            skipStatement();
            return;
        }
        int depth = 0;
        for (boolean inside = true; inside; ) {
            String token = take();
            depth += depthOf(token);
            inside = depth > 0 || !token.equals("}");
        }
    }

    UnknownForm unknown(String what) {
        int from = Math.max(0, next - 8);
        return new UnknownForm("TypeScript, after " + String.join(" ", tokens.subList(from, next)), what);
    }

    private static int depthOf(String token) {
        return switch (token) {
            case "{" -> 1;
            case "}" -> -1;
            default -> 0;
        };
    }
}
