package dev.enfilade.application.port.out;

import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.stream.EventStream;

/**
 * Something that continues conversations.
 *
 * <p>The stream contract, which every implementation proves with {@code ChatBackendContract}:
 *
 * <ol>
 *   <li>First-event law: the call returns only when the first event is in hand. What fails before is thrown by the
 *       call, what fails after by {@code hasNext} or {@code next}. So a failed call may be repeated, a failed stream
 *       never.
 *   <li>One ending: a stream ends in exactly one {@link GenerationEvent.Finished}, or it throws. Running dry without
 *       the backend's own finish reason is a failure.
 *   <li>Close is cancel: closing is idempotent, may come from another thread, and closes the connection to the backend
 *       at once, also while the backend is silent. Interrupting the reading thread does the same. Either way the reader
 *       gets {@link dev.enfilade.domain.failure.Failure.Cancelled}.
 *   <li>Single consumer, no reuse.
 * </ol>
 */
@FunctionalInterface
public interface ChatBackend {

    /**
     * Asks for the next turn.
     *
     * @param request its model is the backend's own name; every tool call has an id and every tool result names one
     * @throws dev.enfilade.domain.failure.FailureException whatever went wrong before the first event
     */
    EventStream<GenerationEvent> chat(ChatRequest request);
}
