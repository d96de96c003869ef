package dev.enfilade.bootstrap.server;

import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What a client reads when its request never reached a surface: it was no proper HTTP, or something broke below. */
final class FaultPage implements Request.Handler {

    private static final int BAD_REQUEST = 400;

    private static final String NOT_UNDERSTOOD = "/badMessage";

    /** Jetty blames us for a version of HTTP that there is not. */
    private static final int HTTP_VERSION = 505;

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() == HTTP_VERSION ? BAD_REQUEST : response.getStatus();
        String text = text(status);
        String body = isOpenAi(request) ? openAi(status, text) : "{\"error\":\"" + text + "\"}";
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders()
                .put(RequestIds.HEADER, Exchange.of(request).map(Exchange::id).orElseGet(() -> RequestIds.of(null)));
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        Content.Sink.write(response, true, isHead(request) ? "" : body, callback);
        return true;
    }

    private static String text(int status) {
        if (status >= 500) {
            return "internal server error";
        }
        return HttpStatus.getMessage(status).toLowerCase(Locale.ROOT);
    }

    /** Of a request whose head was not understood, Jetty says that it had another target and another method. */
    private static boolean isOpenAi(Request request) {
        return Surfaces.isOpenAi(RequestPath.of(request))
                || (isNotUnderstood(request) && firstLine(request).openAi());
    }

    private static boolean isHead(Request request) {
        return HttpMethod.HEAD.is(request.getMethod())
                || (isNotUnderstood(request) && firstLine(request).head());
    }

    private static boolean isNotUnderstood(Request request) {
        return NOT_UNDERSTOOD.equals(RequestPath.of(request));
    }

    private static FirstLine firstLine(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof WatchedEndPoint client
                ? client.firstLine()
                : FirstLine.UNSEEN;
    }

    private static String openAi(int status, String text) {
        String type = status >= 500 ? "server_error" : "invalid_request_error";
        return "{\"error\":{\"message\":\"" + text + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":\""
                + text.replace(' ', '_') + "\"}}";
    }
}
