package dev.enfilade.adapter.out.openai;

import dev.enfilade.application.port.out.CompletionBackend;
import dev.enfilade.application.port.out.CompletionBackendContract;
import dev.enfilade.application.port.out.Cue;
import dev.enfilade.application.port.out.Stage;
import dev.enfilade.domain.chat.ToolCall;
import java.util.List;

final class PassthroughCompletionTest implements CompletionBackendContract {

    @Override
    public Stage<CompletionBackend> stage(Cue... script) {
        return ScriptedStage.of(OpenAiPassthrough::completion, new CompletionAnswer(script));
    }

    /** Chunks and answers of {@code /completions}. */
    private static final class CompletionAnswer extends CueAnswer {

        CompletionAnswer(Cue... script) {
            super(script);
        }

        @Override
        String beginning() {
            return text("");
        }

        @Override
        String text(String text) {
            return "{\"choices\":[{\"text\":\"" + text + "\",\"index\":0,\"logprobs\":null,\"finish_reason\":null}]}";
        }

        @Override
        String thought(String text) {
            throw new IllegalArgumentException("completions do not reason");
        }

        @Override
        String calls(List<ToolCall> calls) {
            throw new IllegalArgumentException("completions call no tools");
        }

        @Override
        String finish(String word) {
            return "{\"choices\":[{\"text\":\"\",\"index\":0,\"logprobs\":null,\"finish_reason\":\"" + word + "\"}]}";
        }

        @Override
        String whole(List<Cue> script) {
            StringBuilder text = new StringBuilder();
            String ending = "";
            for (Cue cue : script) {
                if (cue instanceof Cue.Text part) {
                    text.append(part.text());
                } else if (cue instanceof Cue.Finish end) {
                    ending = ",\"finish_reason\":\"" + word(end.reason()) + "\"}],\"usage\":" + counts(end.usage());
                }
            }
            return "{\"choices\":[{\"index\":0,\"text\":\"" + text + "\"" + ending + "}";
        }
    }
}
