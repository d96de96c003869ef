package dev.enfilade.adapter.out.openai.transport;

import dev.enfilade.domain.relay.Headers;

/**
 * What leads from the request that is being handled to the requests to backends that are made for it, and back. Asked
 * and told on the thread that makes the call.
 */
public interface Trail {

    /** Requests that are made for nobody in particular. */
    Trail NONE = new Trail() {
        @Override
        public Headers headers() {
            return Headers.NONE;
        }

        @Override
        public void answered(String id) {}
    };

    /** Lines that go along, such as the request's id. */
    Headers headers();

    /** Told the id that the backend gave the request, in its {@code x-request-id}. */
    void answered(String id);
}
