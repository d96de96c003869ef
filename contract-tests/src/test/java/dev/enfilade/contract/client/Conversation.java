package dev.enfilade.contract.client;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One streamed answer of langchain4j: what was heard, and how it ended. */
final class Conversation implements StreamingChatResponseHandler {

    private final List<String> pieces = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ChatResponse> ending = new CompletableFuture<>();
    private final CountDownLatch left = new CountDownLatch(1);
    private final boolean impatient;

    private Conversation(boolean impatient) {
        this.impatient = impatient;
    }

    static Conversation with(StreamingChatModel model, ChatRequest request) {
        Conversation conversation = new Conversation(false);
        model.chat(request, conversation);
        return conversation;
    }

    static Conversation with(StreamingChatModel model, String question) {
        return with(model, asking(question));
    }

    /** Cancels when the first word comes. */
    static Conversation leftAtTheFirstWord(StreamingChatModel model, String question) {
        Conversation conversation = new Conversation(true);
        model.chat(asking(question), conversation);
        return conversation;
    }

    List<String> pieces() {
        return pieces;
    }

    /** The whole answer; an error if it failed or did not end. */
    ChatResponse response(Duration patience) throws InterruptedException {
        try {
            return ending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no whole answer", e);
        }
    }

    /** What the client was told went wrong; an error if it was told of a success, or nothing. */
    Throwable failure(Duration patience) throws InterruptedException {
        try {
            throw new AssertionError("a success: " + ending.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("neither success nor failure", e);
        }
    }

    void awaitLeaving(Duration patience) throws InterruptedException {
        if (!left.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("no word came");
        }
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        pieces.add(partial.text());
        if (impatient) {
            context.streamingHandle().cancel();
            left.countDown();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        ending.complete(response);
    }

    @Override
    public void onError(Throwable error) {
        ending.completeExceptionally(error);
    }

    private static ChatRequest asking(String question) {
        return ChatRequest.builder().messages(UserMessage.from(question)).build();
    }
}
