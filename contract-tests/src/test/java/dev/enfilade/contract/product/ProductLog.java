package dev.enfilade.contract.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the product writes to its standard error: where it listens, and the last lines for who must find a fault. */
public final class ProductLog {

    private static final Pattern LISTENING = Pattern.compile("listening on (http://[^\\s/\"]+)");
    private static final Pattern POSTED = Pattern.compile("^\\S+ POST \\S+ \\d+ (\\w+) ");
    private static final int KEPT_LINES = 200;

    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private final CompletableFuture<InetSocketAddress> address = new CompletableFuture<>();

    static ProductLog follow(InputStream standardError) {
        ProductLog log = new ProductLog();
        Thread.ofVirtual().name("product-log").start(() -> log.readAll(standardError));
        return log;
    }

    /** The address that the product says it listens on; an error with its last words if it ends before. */
    InetSocketAddress awaitAddress(Duration patience) throws InterruptedException {
        try {
            return address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the product did not say where it listens; its log:\n" + lines(), e);
        }
    }

    /** Forgets what was said so far, so that the next lines belong to the next exchange. */
    public void clear() {
        synchronized (lastLines) {
            lastLines.clear();
        }
    }

    public String lines() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** How many POST requests ended so far, by the word for their end. */
    public Map<String, Integer> outcomes() {
        synchronized (lastLines) {
            return Map.copyOf(outcomes);
        }
    }

    private void readAll(InputStream standardError) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(standardError, StandardCharsets.UTF_8))) {
            lines.lines().forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            address.completeExceptionally(e);
        }
        address.completeExceptionally(new IllegalStateException("the product ended"));
    }

    private void take(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            Matcher posted = POSTED.matcher(line);
            if (posted.find()) {
                outcomes.merge(posted.group(1), 1, Integer::sum);
            }
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
        Matcher listening = LISTENING.matcher(line);
        if (listening.find()) {
            URI uri = URI.create(listening.group(1));
            address.complete(new InetSocketAddress(uri.getHost(), uri.getPort()));
        }
    }
}
