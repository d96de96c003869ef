package dev.enfilade.bootstrap.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What an Origin header means for the answer, header by header as recorded from Ollama 0.33. */
final class Cors {

    /** How a request stands to the page that sent it. */
    enum Standing {
        /** No page, or a page of this very server. */
        SAME_SITE,
        ALLOWED,
        REFUSED
    }

    private static final String METHODS = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS";
    private static final String HEADERS = "Authorization,Content-Type,User-Agent,Accept,X-Requested-With,Openai-Beta,"
            + "X-Stainless-Arch,X-Stainless-Async,X-Stainless-Custom-Poll-Interval,X-Stainless-Helper-Method,"
            + "X-Stainless-Lang,X-Stainless-Os,X-Stainless-Package-Version,X-Stainless-Poll-Helper,"
            + "X-Stainless-Retry-Count,X-Stainless-Runtime,X-Stainless-Runtime-Version,X-Stainless-Timeout";
    private static final String SECONDS_TO_REMEMBER = "43200";

    private final OriginRule rule;

    Cors(OriginRule rule) {
        this.rule = rule;
    }

    /**
     * @param origin the Origin header, empty if there is none
     * @param host the Host header, port included, empty if there is none
     */
    Standing standing(String origin, String host) {
        if (origin.isEmpty() || origin.equals("http://" + host) || origin.equals("https://" + host)) {
            return Standing.SAME_SITE;
        }
        return rule.allows(origin) ? Standing.ALLOWED : Standing.REFUSED;
    }

    /** Lets the page read the answer. */
    void allow(HttpFields.Mutable answer, String origin) {
        if (rule.allowsEverybody()) {
            answer.add(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        } else {
            answer.add(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.add(HttpHeader.VARY, "Origin");
        }
    }

    /** Answers the browser's question whether the page may send its request at all. */
    void allowRequest(HttpFields.Mutable answer, String origin) {
        answer.add(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        answer.add(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS);
        answer.add(HttpHeader.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_REMEMBER);
        allow(answer, origin);
        if (!rule.allowsEverybody()) {
            answer.add(HttpHeader.VARY, "Access-Control-Request-Method");
            answer.add(HttpHeader.VARY, "Access-Control-Request-Headers");
        }
    }
}
