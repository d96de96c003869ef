package dev.enfilade.adapter.out.openai.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing in a PEM text; what stands between the blocks is for people.
 *
 * @param label such as {@code CERTIFICATE}
 * @param base64 what it holds, without white space
 */
record PemBlock(String label, String base64) {

    private static final Pattern FORM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    /** @throws UnusablePemException if there is none, or one of them is no Base64 */
    static List<PemBlock> all(String text) throws UnusablePemException {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher form = FORM.matcher(text);
        while (form.find()) {
            blocks.add(checked(form.group(1), form.group(2)));
        }
        if (blocks.isEmpty()) {
            throw new UnusablePemException("is not PEM (expected text with lines such as -----BEGIN CERTIFICATE-----)");
        }
        return blocks;
    }

    /** The bytes that it stands for. */
    byte[] content() {
        return Base64.getDecoder().decode(base64);
    }

    private static PemBlock checked(String label, String body) throws UnusablePemException {
        // Keys under a password had their method in lines of their own, once.
        if (label.contains("ENCRYPTED") || body.contains("ENCRYPTED")) {
            throw new UnusablePemException(
                    "holds a key under a password (expected one without: openssl pkey -in it -out plain.pem)");
        }
        PemBlock block = new PemBlock(label, body.replaceAll("\\s+", ""));
        try {
            block.content();
            return block;
        } catch (IllegalArgumentException e) {
            throw new UnusablePemException("holds a damaged " + label + " (expected Base64 between its lines)", e);
        }
    }
}
