package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report tells of a value stream. The catalog may say more; it may grow without us. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "ReportedStream",
        title = "Value stream",
        description = "The value stream that the report is about.")
public record StreamPart(
        @Schema(title = "Code", description = "Code", examples = "it-incidents") String code,
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
                        title = "Owner departments",
                        description = "Codes of the joint owner departments",
                        examples = "[\"it\"]")
                List<String> owners) {}
