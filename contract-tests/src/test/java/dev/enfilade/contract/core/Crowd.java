package dev.enfilade.contract.core;

import dev.enfilade.contract.product.PackagedProduct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Many clients of one product, each with a stream of its own. */
record Crowd(List<Client> clients) implements AutoCloseable {

    static final String CHAT =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    /** More at once would be turned away by the system: what waits to be accepted has a length. */
    private static final int AT_ONCE = 256;

    /** Asks so often; nothing of the answers is read yet. */
    static Crowd ask(PackagedProduct product, String path, int count) throws InterruptedException {
        List<Client> clients = Collections.synchronizedList(new ArrayList<>());
        Semaphore places = new Semaphore(AT_ONCE);
        Callable<Boolean> one = () -> {
            places.acquire();
            try {
                return clients.add(Client.post(product.address(), path, CHAT));
            } finally {
                places.release();
            }
        };
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            all.invokeAll(Collections.nCopies(count, one));
        }
        if (clients.size() < count) {
            throw new IllegalStateException("only " + clients.size() + " of " + count + " could connect");
        }
        return new Crowd(List.copyOf(clients));
    }

    /** Asks so often, and waits for the first line of each answer. */
    static Crowd listening(PackagedProduct product, String path, int count) throws IOException, InterruptedException {
        Crowd crowd = ask(product, path, count);
        for (Client client : crowd.clients) {
            client.head().bodyLine();
        }
        return crowd;
    }

    /** All of them leave. */
    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.close();
        }
    }
}
