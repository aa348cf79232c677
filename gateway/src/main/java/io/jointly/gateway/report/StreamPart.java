package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report tells of a value stream. The catalog may say more; it may grow without us. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "ReportedStream",
        title = "Value stream",
        description = "The value stream that the report is about.")
public record StreamPart(
        @Schema(
                        title = "Code",
                        description = "Code",
                        examples = "it-incidents",
                        extensions = @Extension(name = StreamPart.SHOWN_BY, value = "name"))
                String code,
        @Schema(
                        title = "Value stream",
                        description = "Name",
                        examples = "Incidents, from report to restored work")
                String name,
        @Schema(
                        title = "Outcome",
                        description = "What it is good for",
                        examples = "People can work again, and know that they can")
                String outcome,
        @Schema(
                        title = "Codes of the owner departments",
                        description = "Codes of the joint owner departments",
                        examples = "[\"it\"]",
                        extensions = @Extension(name = StreamPart.SHOWN_BY, value = "ownerNames"))
                List<String> owners,
        @Schema(
                        title = "Owner departments",
                        description =
                                "Names of the joint owner departments, in the order of their codes; the code of one whose name could not be had",
                        examples = "[\"Information Technology\"]")
                List<String> ownerNames) {

    /** In the API description: people are shown another field in place of this one. */
    static final String SHOWN_BY = "x-shown-by";

    StreamPart named(UnaryOperator<String> nameOf) {
        return new StreamPart(code, name, outcome, owners, owners.stream().map(nameOf).toList());
    }
}
