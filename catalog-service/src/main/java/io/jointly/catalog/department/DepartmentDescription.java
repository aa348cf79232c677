package io.jointly.catalog.department;

import io.jointly.catalog.reference.Code;
import io.jointly.catalog.reference.TimeZoneName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be edited of a department. */
@Schema(description = "What can be edited of a department.")
public record DepartmentDescription(
        @NotBlank @Size(max = 120) @Schema(examples = "Human Resources") String name,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "What it is there for",
                        examples = "People find, do and keep good work here.")
                String purpose,
        @Size(max = 2000)
                @Schema(
                        description = "What the others recognise it to be best at",
                        nullable = true,
                        examples = "Fair and quick hiring")
                String expertise,
        @Code @Schema(description = "Code of the department above", nullable = true) String parent,
        @NotNull
                @TimeZoneName
                @Schema(
                        description = "IANA time zone of its working calendar",
                        examples = "Europe/Paris")
                String timeZone) {}
