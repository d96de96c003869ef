package dev.enfilade.adapter.out.openai.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up beside the callers: the JDK's own lookup hears no interrupt, knows no limit, and holds a carrier
 * thread. Callers that ask for the same name at once share one lookup.
 */
final class NameLookup implements DnsResolver {

    /** Lets the clock of the calls go first, so that it is the one that says what happened. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Source source;
    private final Duration limit;
    private final ConcurrentMap<String, FutureTask<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    /** A lookup at this source, within the limit of connecting. */
    NameLookup(Source source, Duration limit) {
        this.source = source;
        this.limit = limit.plus(GRACE);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return lookUp(host).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException | TimeoutException unknown) {
            throw new UnknownHostException(host);
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private FutureTask<InetAddress[]> lookUp(String host) {
        FutureTask<InetAddress[]> fresh = new FutureTask<>(() -> ask(host));
        FutureTask<InetAddress[]> earlier = underWay.putIfAbsent(host, fresh);
        if (earlier != null) {
            return earlier;
        }
        Thread.ofPlatform().daemon().name("lookup of " + host).start(fresh);
        return fresh;
    }

    private InetAddress[] ask(String host) throws UnknownHostException {
        try {
            return source.addresses(host);
        } finally {
            underWay.remove(host);
        }
    }

    /** Where names are known. */
    @FunctionalInterface
    interface Source {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
