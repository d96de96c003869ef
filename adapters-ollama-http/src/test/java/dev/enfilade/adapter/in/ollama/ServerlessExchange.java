package dev.enfilade.adapter.in.ollama;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A request and its answer in memory, since a search tries more of them than a socket could carry. */
final class ServerlessExchange {

    private final byte[] body;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final Context context = proxy(Context.class, this::ofContext);
    private final HttpServletResponse response = proxy(HttpServletResponse.class, this::ofResponse);

    ServerlessExchange(byte[] body) {
        this.body = body;
    }

    Context context() {
        return context;
    }

    /** What was written so far. */
    byte[] answer() {
        return answer.toByteArray();
    }

    private @Nullable Object ofContext(Method method, Object proxy) {
        return switch (method.getName()) {
            case "bodyInputStream" -> new ByteArrayInputStream(body);
            case "res" -> response;
            case "status", "contentType", "header" -> proxy;
            case "attribute" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    private @Nullable Object ofResponse(Method method, Object proxy) {
        return switch (method.getName()) {
            case "isCommitted" -> answer.size() > 0;
            case "getOutputStream" -> new Memory(answer);
            case "setContentLength", "flushBuffer" -> null;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    /** What a foreign type does when it is called; an unexpected call is an error of the test. */
    private interface Calls {
        @Nullable
        Object answer(Method method, Object proxy);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, _) -> calls.answer(method, proxy)));
    }

    private static final class Memory extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        private Memory(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] source, int start, int length) {
            bytes.write(source, start, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("nobody waits");
        }
    }
}
