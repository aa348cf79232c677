package io.jointly.catalog.service;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jointly.catalog.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A service to be added. */
@Schema(description = "A service to be added.")
public record NewService(
        @NotNull @Code @Schema(description = "Its code for good", examples = "laptop-provisioning")
                String code,
        @NotBlank @Size(max = 120) @Schema(examples = "Laptop provisioning") String name,
        @NotBlank
                @Size(max = 2000)
                @Schema(examples = "A new colleague has a working laptop on the first day.")
                String what,
        @NotBlank @Size(max = 2000) @Schema(examples = "Who waits for tools learns to wait.")
                String why,
        @Size(max = 2000)
                @Schema(
                        nullable = true,
                        examples = "New colleagues are productive in their first week.")
                String businessOutcome,
        @NotNull Lifecycle lifecycle,
        @NotEmpty
                @Size(max = 20)
                @Schema(description = "Departments that own it together, each at most once")
                List<@NotNull @Valid Owner> owners,
        @Size(max = 200)
                @Schema(
                        description = "Codes of the departments that use it; none when left out",
                        nullable = true,
                        examples = "[\"sales\", \"plant-north\"]")
                List<@NotNull @Code String> consumers,
        @Size(max = 120) @Schema(nullable = true, examples = "Amina Diallo") String accountable) {

    @JsonIgnore
    ServiceDescription description() {
        return new ServiceDescription(
                name,
                what,
                why,
                businessOutcome,
                lifecycle,
                owners,
                consumers == null ? List.of() : consumers,
                accountable);
    }
}
