package dev.enfilade.contract.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes secrets out of texts without changing their length: the key in whatever spelling, half-hidden keys, what looks
 * like anybody's key, organisations, projects and users, and words that are to be hidden.
 */
final class Redaction {

    private static final Pattern USUAL = Pattern.compile("(?<![A-Za-z0-9])(?:sk-(?!wrong-)[A-Za-z0-9_-]{8,}"
            + "|[A-Za-z0-9_-]{0,12}\\*{4,}[A-Za-z0-9_-]{0,8}"
            + "|(?:org|proj|user|req|acct)[-_][A-Za-z0-9]{8,}"
            + "|(?i:bearer )(?!sk-wrong-)[A-Za-z0-9._~+/-]{8,}=*)");

    private static final int SHORTEST = 4;

    private final List<String> words;
    private final Pattern wanted;

    /** @param key empty for none */
    Redaction(String key, List<String> hidden) {
        List<String> all = new ArrayList<>(key.isEmpty() ? List.of() : spellings(key));
        hidden.forEach(word -> all.addAll(spellings(word)));
        this.words = all.stream().distinct().toList();
        if (words.stream().anyMatch(word -> word.length() < SHORTEST)) {
            throw new IllegalArgumentException("a key or hidden word is shorter than " + SHORTEST + " characters");
        }
        String literal = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.wanted = Pattern.compile(literal.isEmpty() ? USUAL.pattern() : literal + "|" + USUAL.pattern());
    }

    byte[] of(byte[] text) {
        return of(new String(text, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    /** @param text one char per byte */
    String of(String text) {
        return wanted.matcher(text).replaceAll(match -> Matcher.quoteReplacement(cover(match.group())));
    }

    /** @throws IllegalStateException if something secret is left in what is to be written */
    void check(byte[] content) {
        String text = new String(content, ISO_8859_1);
        if (words.stream().anyMatch(text::contains)) {
            throw new IllegalStateException("a secret is left; nothing was written");
        }
    }

    private static String cover(String secret) {
        return "REDACTED-".repeat(secret.length() / 9 + 1).substring(0, secret.length());
    }

    /** The ways in which a text can stand in a header, a JSON text or an address, one char per byte. */
    private static List<String> spellings(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        String plain = new String(bytes, ISO_8859_1);
        return List.of(
                plain,
                plain.replace("\\", "\\\\").replace("\"", "\\\""),
                plain.replace("/", "\\/"),
                URLEncoder.encode(text, UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
