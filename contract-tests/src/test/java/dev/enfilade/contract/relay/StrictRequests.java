package dev.enfilade.contract.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a client sent by the letter of RFC 9112, and stops at the first doubt. It owes nothing to any server, so
 * that it can judge one.
 */
final class StrictRequests {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** A method or target that means nothing leaves no doubt about where its request ends. */
    private static final Pattern REQUEST_LINE =
            Pattern.compile("([\\x21-\\x7e]+) ([\\x21-\\x7e\\x80-\\xff]+) HTTP/1\\.([01])");

    private static final Pattern HEADER =
            Pattern.compile("(" + TOKEN + "):[ \\t]*((?:[\\x21-\\x7e\\x80-\\xff][\\x20-\\x7e\\x80-\\xff\\t]*)?)");
    private static final Pattern CHUNK_SIZE =
            Pattern.compile("([0-9A-Fa-f]{1,8})(?:[ \\t]*;[\\x20-\\x7e\\t\\x80-\\xff]*|[ \\t]*)");

    private final String bytes;
    private int at;

    private StrictRequests(String bytes) {
        this.bytes = bytes;
    }

    /** One request as every server must see it. */
    record Asked(String method, String target, String body) {}

    private static final class Doubt extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The complete requests before the first doubt. */
    static List<Asked> in(String bytes) {
        StrictRequests reader = new StrictRequests(bytes);
        List<Asked> all = new ArrayList<>();
        try {
            while (reader.at < bytes.length()) {
                all.add(reader.next());
            }
        } catch (Doubt rest) {
            return all;
        }
        return all;
    }

    private Asked next() throws Doubt {
        while (bytes.startsWith("\r\n", at) || bytes.startsWith("\n", at)) {
            at++; // Empty lines between requests belong to none.
        }
        Matcher first = matching(REQUEST_LINE);
        Map<String, String> headers = headers();
        if (!headers.containsKey("host") && first.group(3).equals("1")) {
            throw new Doubt();
        }
        String body = body(headers, first.group(3).equals("1"));
        String target =
                first.group(2).replaceFirst("^http://" + Pattern.quote(headers.getOrDefault("host", "")) + "(?=/)", "");
        return new Asked(first.group(1), target, body);
    }

    private Map<String, String> headers() throws Doubt {
        Map<String, String> headers = new HashMap<>();
        while (!bytes.startsWith("\r\n", at)) {
            Matcher line = matching(HEADER);
            String name = line.group(1).toLowerCase(Locale.ROOT);
            boolean framing =
                    List.of("host", "content-length", "transfer-encoding").contains(name);
            if (headers.put(name, line.group(2).stripTrailing()) != null && framing) {
                throw new Doubt();
            }
        }
        at += 2;
        return headers;
    }

    private String body(Map<String, String> headers, boolean chunksAllowed) throws Doubt {
        Optional<String> coding = Optional.ofNullable(headers.get("transfer-encoding"));
        Optional<String> length = Optional.ofNullable(headers.get("content-length"));
        if (coding.isPresent()) {
            if (length.isPresent() || !chunksAllowed || !coding.get().equalsIgnoreCase("chunked")) {
                throw new Doubt();
            }
            return chunks();
        }
        if (length.isEmpty()) {
            return "";
        }
        if (!length.get().matches("[0-9]{1,9}")) {
            throw new Doubt();
        }
        return take(Integer.parseInt(length.get()));
    }

    private String chunks() throws Doubt {
        StringBuilder body = new StringBuilder();
        while (true) {
            int size = (int) Math.min(
                    Integer.MAX_VALUE, Long.parseLong(matching(CHUNK_SIZE).group(1), 16));
            if (size == 0) {
                headers();
                return body.toString();
            }
            body.append(take(size));
            if (!take(2).equals("\r\n")) {
                throw new Doubt();
            }
        }
    }

    private String take(int count) throws Doubt {
        if (count > bytes.length() - at) {
            throw new Doubt();
        }
        at += count;
        return bytes.substring(at - count, at);
    }

    private Matcher matching(Pattern form) throws Doubt {
        int end = bytes.indexOf("\r\n", at);
        Matcher line = form.matcher(end < 0 ? "" : bytes.substring(at, end));
        if (!line.matches()) {
            throw new Doubt();
        }
        at = end + 2;
        return line;
    }
}
