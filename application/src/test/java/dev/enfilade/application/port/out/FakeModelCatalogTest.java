package dev.enfilade.application.port.out;

import dev.enfilade.domain.catalog.ListedModel;
import dev.enfilade.domain.failure.Failure;
import java.util.List;
import java.util.Optional;

final class FakeModelCatalogTest implements ModelCatalogContract {

    @Override
    public Stage<ModelCatalog> offering(List<List<ListedModel>> lists) {
        FakeModelCatalog catalog = new FakeModelCatalog();
        lists.forEach(catalog::offering);
        return catalog;
    }

    @Override
    public Stage<ModelCatalog> refusing(int status, String text) {
        return new FakeModelCatalog().failing(new Failure.Refused(status, text, Optional.empty(), Optional.empty()));
    }

    @Override
    public Stage<ModelCatalog> silent() {
        return new FakeModelCatalog().silent();
    }
}
