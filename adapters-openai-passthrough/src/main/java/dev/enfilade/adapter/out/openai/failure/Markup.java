package dev.enfilade.adapter.out.openai.failure;

import dev.enfilade.domain.relay.Headers;
import java.util.Locale;

/** Pages for people: what proxies and wrong addresses answer in place of a backend. */
public final class Markup {

    private Markup() {}

    /** Whether the head announces a page. */
    public static boolean isAnnounced(Headers headers) {
        return headers.first("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .filter(type -> type.contains("html"))
                .isPresent();
    }

    /** Whether these bytes begin like a page; nothing that a backend means for a program begins so. */
    public static boolean isBegun(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) {
            at++;
        }
        return at < body.length && body[at] == '<';
    }
}
