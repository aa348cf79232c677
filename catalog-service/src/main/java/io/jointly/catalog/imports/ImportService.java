package io.jointly.catalog.imports;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.record.Aggregate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Answers questions about the imports into a stream. */
@ApplicationScoped
@Transactional
class ImportService {
    private final ValueStreams streams;
    private final Imports imports;

    ImportService(ValueStreams streams, Imports imports) {
        this.streams = streams;
        this.imports = imports;
    }

    Page<ImportResult> list(String code, Paging paging) {
        var stream = streams.idOf(code);
        return paging.page(
                (key, most) -> imports.before(stream, Paging.number(key), most),
                imported -> imported.reference().substring("IMP-".length()),
                imported -> imported,
                () -> imports.count(stream));
    }

    ImportResult find(String code, String reference) {
        var stream = streams.idOf(code);
        return imports.require(stream, Aggregate.idOf("IMP", "import", reference), reference);
    }
}
