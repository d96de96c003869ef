package dev.enfilade.bootstrap.server;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * A request for the Ollama API whose path has lost the escapes that it can do without, since Ollama 0.33 matches its
 * routes with the decoded path. All other paths stay as they are: some go on to a backend, some are open to all.
 */
final class PlainPath extends Request.Wrapper {

    private static final String OLLAMA = "/api/";

    /** Letters, digits and what else routes are made of: {@code - / : _ ~}. Dots stay, or they would be parents. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:2[dDfF]|3[0-9aA]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

    private final HttpURI uri;

    private PlainPath(Request request, HttpURI uri) {
        super(request);
        this.uri = uri;
    }

    /** The same request if there is nothing to change. */
    static Request of(Request request) {
        String path = RequestPath.of(request);
        String plain = path.indexOf('%') < 0 ? path : NEEDLESS.matcher(path).replaceAll(PlainPath::character);
        if (plain.equals(path) || !plain.startsWith(OLLAMA)) {
            return request;
        }
        HttpURI uri = HttpURI.build(request.getHttpURI()).path(plain).asImmutable();
        return new PlainPath(request, uri);
    }

    private static String character(MatchResult escape) {
        return Character.toString(Integer.parseInt(escape.group().substring(1), 16));
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }
}
