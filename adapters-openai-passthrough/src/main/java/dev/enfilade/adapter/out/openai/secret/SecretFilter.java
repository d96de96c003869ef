package dev.enfilade.adapter.out.openai.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.enfilade.domain.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what a backend says: ours by their value, plain or in Base64, even in part, and others by their
 * looks.
 */
public final class SecretFilter {

    /**
     * As few characters of a key as tell something of it; keys shorter than that are placeholders such as {@code none}.
     */
    private static final int TELLING = 8;

    private static final String MARK = "[secret]";

    /** Keys by their usual beginnings, and bearer tokens, told from words by a digit or a star of masking. */
    private static final Pattern LOOKS = Pattern.compile(
            "\\b(?:sk|gsk|xai|nvapi|hf)[-_][\\w.*-]{6,}" + "|(?i:\\bbearer\\s+)(?=[\\w.~+/=-]*[\\d*])[\\w.~+/*=-]{6,}");

    private final List<String> values = new ArrayList<>();

    public SecretFilter(List<Secret> secrets) {
        for (Secret secret : secrets) {
            if (secret.value().length() >= TELLING) {
                values.add(secret.value());
                values.add(Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(secret.value().getBytes(UTF_8)));
            }
        }
    }

    /** The same filter, for one secret more. */
    SecretFilter and(Secret secret) {
        SecretFilter more = new SecretFilter(List.of(secret));
        more.values.addAll(values);
        return more;
    }

    /** The text with every secret replaced by {@code [secret]}. */
    public String clean(String text) {
        String rest = LOOKS.matcher(text).replaceAll(MARK);
        BitSet hidden = new BitSet();
        values.forEach(value -> hide(value, rest, hidden));
        return replace(rest, hidden);
    }

    /** The bytes, of any encoding that extends ASCII, with every secret replaced and every other byte unchanged. */
    public byte[] clean(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        String clean = clean(text);
        return clean.equals(text) ? bytes : clean.getBytes(ISO_8859_1);
    }

    private static void hide(String value, String text, BitSet hidden) {
        for (int at = 0; at + TELLING <= text.length(); at++) {
            if (value.contains(text.substring(at, at + TELLING))) {
                hidden.set(at, at + TELLING);
            }
        }
    }

    private static String replace(String text, BitSet hidden) {
        StringBuilder clean = new StringBuilder();
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            clean.append(text, from, start).append(MARK);
            from = hidden.nextClearBit(start);
        }
        return clean.append(text, from, text.length()).toString();
    }
}
