package dev.enfilade.adapter.out.openai.transport;

import java.io.InputStream;

/**
 * The body of an exchange as the SDK and Jackson read it; it throws {@code FailureException}, and closing it closes the
 * exchange.
 */
final class ExchangeStream extends InputStream {

    private final Exchange exchange;

    ExchangeStream(Exchange exchange) {
        this.exchange = exchange;
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return exchange.body().read(single) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (offset == 0 && length == target.length) {
            return exchange.body().read(target);
        }
        byte[] part = new byte[length];
        int count = exchange.body().read(part);
        if (count > 0) {
            System.arraycopy(part, 0, target, offset, count);
        }
        return count;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
