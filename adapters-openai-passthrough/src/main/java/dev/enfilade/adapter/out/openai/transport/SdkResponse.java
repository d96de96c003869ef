package dev.enfilade.adapter.out.openai.transport;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.InputStream;

/** An exchange in the SDK's terms. */
record SdkResponse(Exchange exchange) implements HttpResponse {

    @Override
    public int statusCode() {
        return exchange.status();
    }

    @Override
    public Headers headers() {
        Headers.Builder headers = Headers.builder();
        exchange.headers().lines().forEach(line -> headers.put(line.name(), line.value()));
        return headers.build();
    }

    @Override
    public InputStream body() {
        return new ExchangeStream(exchange);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
