package dev.enfilade.adapter.out.openai;

import com.openai.core.http.HttpResponse;
import com.openai.services.blocking.ModelService;
import dev.enfilade.adapter.out.openai.decode.ModelList;
import dev.enfilade.adapter.out.openai.decode.ModelListDecoder;
import dev.enfilade.adapter.out.openai.transport.SdkHttpClient;
import dev.enfilade.application.port.out.ModelCatalog;
import dev.enfilade.domain.catalog.ListedModel;
import java.util.List;

/**
 * Lists models by {@code GET /models}, lets the dialect be learned from what it sees, and completes the list by what
 * the server tells elsewhere.
 */
final class PassthroughCatalog implements ModelCatalog {

    private final ModelService.WithRawResponse service;
    private final LearnedDialect dialect;
    private final ModelFacts facts;
    private final AnswerOpener answers;

    PassthroughCatalog(
            ModelService.WithRawResponse service, LearnedDialect dialect, ModelFacts facts, AnswerOpener answers) {
        this.service = service;
        this.dialect = dialect;
        this.facts = facts;
        this.answers = answers;
    }

    @Override
    public List<ListedModel> models() {
        ModelList list = list();
        dialect.learn(list.marks());
        return facts.complete(list, dialect.ofServer());
    }

    private ModelList list() {
        try (HttpResponse response = service.list()) {
            return ModelListDecoder.decode(SdkHttpClient.exchangeOf(response).body(), answers::failure);
        }
    }
}
