package io.jointly.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is signed in, as the portal shows it. */
@Schema(name = "Session", description = "Who is signed in.")
public record SessionView(
        @Schema(description = "Name of the account", examples = "head-it") String username,
        @Schema(description = "Name to show to people", examples = "Ines Okafor") String name,
        @Schema(
                        description = "Codes of the departments that the caller heads",
                        examples = "[\"it\"]")
                List<String> headOf,
        @Schema(
                        description = "Codes of the departments that the caller belongs to",
                        examples = "[\"it\"]")
                List<String> memberOf,
        @Schema(description = "Realm roles of the account", examples = "[\"executive-sponsor\"]")
                List<String> roles,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "Preferred language (BCP 47), where the account has one",
                        examples = "fr")
                String language) {}
