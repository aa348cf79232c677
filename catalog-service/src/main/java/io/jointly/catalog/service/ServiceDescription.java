package io.jointly.catalog.service;

import io.jointly.catalog.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a service. */
@Schema(description = "What can be edited of a service.")
public record ServiceDescription(
        @NotBlank @Size(max = 120) @Schema(examples = "Laptop provisioning") String name,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What it delivers, in the words of those who use it",
                        examples = "A new colleague has a working laptop on the first day.")
                String what,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "Why it matters",
                        examples = "Who waits for tools learns to wait.")
                String why,
        @Size(max = 2000)
                @Schema(
                        description = "Business outcome that it supports",
                        nullable = true,
                        examples = "New colleagues are productive in their first week.")
                String businessOutcome,
        @NotNull Lifecycle lifecycle,
        @NotEmpty
                @Size(max = 20)
                @Schema(description = "Departments that own it together, each at most once")
                List<@NotNull @Valid Owner> owners,
        @NotNull
                @Size(max = 200)
                @Schema(
                        description = "Codes of the departments that use it, each at most once",
                        examples = "[\"sales\", \"plant-north\"]")
                List<@NotNull @Code String> consumers,
        @Size(max = 120)
                @Schema(
                        description = "Business person who answers for its value",
                        nullable = true,
                        examples = "Amina Diallo")
                String accountable) {}
