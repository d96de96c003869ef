package dev.enfilade.adapter.out.openai;

import com.openai.core.http.HttpResponse;
import com.openai.services.blocking.ModelService;
import dev.enfilade.adapter.out.openai.decode.ModelList;
import dev.enfilade.adapter.out.openai.decode.ModelListDecoder;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import java.util.List;

/** Lists models by {@code GET /models}, and lets the dialect be learned from what it sees. */
final class PassthroughCatalog implements ModelCatalog {

    private final ModelService.WithRawResponse service;
    private final LearnedDialect dialect;
    private final AnswerOpener answers;

    PassthroughCatalog(ModelService.WithRawResponse service, LearnedDialect dialect, AnswerOpener answers) {
        this.service = service;
        this.dialect = dialect;
        this.answers = answers;
    }

    @Override
    public List<ListedModel> models() {
        try (HttpResponse response = service.list()) {
            ModelList list =
                    ModelListDecoder.decode(SdkHttpClient.exchangeOf(response).body(), answers::failure);
            dialect.learn(list.marks());
            return list.models();
        }
    }
}
