package dev.enfilade.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.enfilade.application.policy.DirectCalls;
import dev.enfilade.domain.catalog.ModelName;
import dev.enfilade.domain.chat.ChatRequest;
import dev.enfilade.domain.chat.ContentPart;
import dev.enfilade.domain.chat.Message;
import dev.enfilade.domain.chat.Message.SystemMessage;
import dev.enfilade.domain.chat.Message.UserMessage;
import dev.enfilade.domain.chat.ResponseFormat;
import dev.enfilade.domain.chat.Thinking;
import dev.enfilade.domain.failure.Failure;
import dev.enfilade.domain.failure.FailureException;
import dev.enfilade.domain.generation.FinishReason;
import dev.enfilade.domain.generation.GenerateRequest;
import dev.enfilade.domain.generation.GenerationEvent;
import dev.enfilade.domain.generation.GenerationEvent.Finished;
import dev.enfilade.domain.generation.GenerationEvent.TextDelta;
import dev.enfilade.domain.generation.Prompt;
import dev.enfilade.domain.generation.Timing;
import dev.enfilade.domain.generation.Usage;
import dev.enfilade.domain.observation.CallEnd;
import dev.enfilade.domain.observation.Operation;
import dev.enfilade.domain.observation.StatusClass;
import dev.enfilade.domain.request.Delivery;
import dev.enfilade.domain.request.Sampling;
import dev.enfilade.domain.stream.EventStream;
import dev.enfilade.domain.stream.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatServiceTest {

    private static final Usage USAGE = new Usage(9, 2);
    private static final Finished END = new Finished(FinishReason.STOP, Optional.of(USAGE), new Timing(4, 1, 1, 2));

    private final List<ChatRequest> asked = new ArrayList<>();
    private final List<CallEnd> ends = new ArrayList<>();
    private Iterator<GenerationEvent> answer =
            List.<GenerationEvent>of(new TextDelta("Hi"), END).iterator();
    private Optional<Failure> failure = Optional.empty();

    private final ModelDirectory directory = new ModelDirectory(
            List.of(TestBackends.chatting(this::backend, "Backend-Name")),
            new ModelMap(List.of()),
            CatalogSettings.startedAt(Instant.EPOCH),
            () -> 0,
            Runnable::run);
    private final Routes routes = new Routes(directory, new Balance(Map.of()), Map.of());
    private final ChatService service = new ChatService(routes, new DirectCalls(), ends::add);

    @Test
    void theBackendIsAskedUnderItsOwnName() {
        service.chat(request("backend-name:latest")).close();

        assertThat(asked).extracting(r -> r.model().value()).containsExactly("Backend-Name");
    }

    @Test
    void aModelThatIsNotKnownToReasonIsNotSimplyToldNotTo() {
        service.chat(request("backend-name").withThinking(new Thinking.Off())).close();
        service.chat(request("backend-name").withThinking(new Thinking.On())).close();

        assertThat(asked)
                .extracting(ChatRequest::thinking)
                .containsExactly(new Thinking.NotExpected(), new Thinking.On());
    }

    @Test
    void aModelThatReasonsIsToldNotTo() {
        ModelDirectory reasoning = new ModelDirectory(
                List.of(TestBackends.chatting(this::backend, "qwen3")),
                new ModelMap(List.of()),
                CatalogSettings.startedAt(Instant.EPOCH),
                () -> 0,
                Runnable::run);
        new ChatService(new Routes(reasoning, new Balance(Map.of()), Map.of()), new DirectCalls(), ends::add)
                .chat(request("qwen3").withThinking(new Thinking.Off()))
                .close();

        assertThat(asked).extracting(ChatRequest::thinking).containsExactly(new Thinking.Off());
    }

    @Test
    void aWholeStreamIsToldOnceWithItsUsage() {
        try (EventStream<GenerationEvent> stream = service.chat(request("backend-name"))) {
            stream.forEachRemaining(event -> {});
        }

        assertThat(ends)
                .containsExactly(new CallEnd(
                        Operation.CHAT,
                        "Backend-Name",
                        "Backend-Name",
                        "main",
                        Outcome.COMPLETE,
                        StatusClass.SUCCESS,
                        Optional.of(USAGE),
                        2));
    }

    @Test
    void aStreamClosedBeforeItsEndIsAClientThatLeft() {
        EventStream<GenerationEvent> stream = service.chat(request("backend-name"));
        stream.next();
        stream.close();
        stream.close();

        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.CLIENT_GONE);
    }

    @Test
    void aFailedCallIsToldAndThrown() {
        failure = Optional.of(new Failure.BackendDenied());

        assertThatThrownBy(() -> service.chat(request("backend-name"))).isInstanceOf(FailureException.class);
        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.UP_AUTH);
    }

    @Test
    void aFailureAmidTheStreamIsToldAndThrown() {
        answer = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new FailureException(new Failure.Broken(Failure.Flaw.CUT));
            }

            @Override
            public GenerationEvent next() {
                throw new AssertionError("nothing there");
            }
        };
        try (EventStream<GenerationEvent> stream = service.chat(request("backend-name"))) {
            assertThatThrownBy(stream::hasNext).isInstanceOf(FailureException.class);
        }

        assertThat(ends).extracting(CallEnd::outcome).containsExactly(Outcome.UP_CUT);
    }

    @Test
    void aModelThatTheBackendDeniesIsNotFoundUnderTheAskedName() {
        failure = Optional.of(new Failure.ModelNotFound("Backend-Name"));

        assertThatThrownBy(() -> service.chat(request("BACKEND-name"))).hasMessage("model 'BACKEND-name' not found");
    }

    @Test
    void aTemplatedPromptBecomesAConversation() {
        GenerateService generate = new GenerateService(routes, new DirectCalls(), service, ends::add);
        Message earlier = UserMessage.ofText("before");
        generate.generate(new GenerateRequest(
                        new ModelName("backend-name"),
                        new Prompt.Templated(
                                Optional.of("be kind"), List.of(earlier), List.of(new ContentPart.Text("now"))),
                        new ResponseFormat.FreeText(),
                        new Thinking.Unset(),
                        Sampling.UNSET,
                        Optional.empty(),
                        Delivery.STREAMED))
                .close();

        assertThat(asked.getFirst().messages())
                .containsExactly(new SystemMessage("be kind"), earlier, UserMessage.ofText("now"));
        assertThat(ends).extracting(CallEnd::operation).containsExactly(Operation.GENERATE);
    }

    private static ChatRequest request(String model) {
        return new ChatRequest(
                new ModelName(model),
                List.of(UserMessage.ofText("Hello")),
                List.of(),
                new ResponseFormat.FreeText(),
                new Thinking.Unset(),
                Sampling.UNSET,
                Optional.empty(),
                Delivery.STREAMED);
    }

    private EventStream<GenerationEvent> backend(ChatRequest request) {
        asked.add(request);
        failure.ifPresent(known -> {
            throw new FailureException(known);
        });
        return new EventStream<>() {
            @Override
            public boolean hasNext() {
                return answer.hasNext();
            }

            @Override
            public GenerationEvent next() {
                return answer.next();
            }

            @Override
            public void close() {}
        };
    }
}
