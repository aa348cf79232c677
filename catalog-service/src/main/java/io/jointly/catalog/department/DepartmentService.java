package io.jointly.catalog.department;

import com.fasterxml.jackson.databind.JsonNode;
import io.jointly.kit.identity.Caller;
import io.jointly.kit.identity.Roles;
import io.jointly.kit.journal.Journal;
import io.jointly.kit.paging.Page;
import io.jointly.kit.paging.Paging;
import io.jointly.kit.problem.StandardProblem;
import io.jointly.kit.record.MergePatch;
import io.jointly.kit.record.Precondition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;

/** What can be done with departments. */
@ApplicationScoped
@Transactional
class DepartmentService {
    private final Departments departments;
    private final Journal journal;
    private final Precondition precondition;
    private final MergePatch mergePatch;
    private final Caller caller;

    DepartmentService(
            Departments departments,
            Journal journal,
            Precondition precondition,
            MergePatch mergePatch,
            Caller caller) {
        this.departments = departments;
        this.journal = journal;
        this.precondition = precondition;
        this.mergePatch = mergePatch;
        this.caller = caller;
    }

    Page<DepartmentView> list(String part, Paging paging) {
        return paging.page(
                (code, most) -> departments.after(code, part, most),
                Department::code,
                Department::view,
                () -> departments.count(part));
    }

    DepartmentView find(String code) {
        return departments.require(code).view();
    }

    DepartmentView add(NewDepartment wish) {
        if (departments.named(wish.code()).isPresent()) {
            throw StandardProblem.exists("department", wish.code());
        }
        requireParent(wish.code(), wish.parent());
        var department = new Department(wish);
        departments.persistAndFlush(department);
        journal.record("department.created", department.link(), null, department.view());
        return department.view();
    }

    DepartmentView change(String code, JsonNode patch) {
        var department = departments.require(code);
        precondition.matches(department);
        var before = department.view();
        var wish = mergePatch.apply(patch, department.description(), DepartmentDescription.class);
        requireMayChange(department, wish);
        requireParent(code, wish.parent());
        department.describe(wish);
        departments.flush();
        journal.record("department.changed", department.link(), before, department.view());
        return department.view();
    }

    /**
     * A head describes the own department; where it stands in the organisation is reference data.
     */
    private void requireMayChange(Department department, DepartmentDescription wish) {
        var now = department.description();
        var onlyDescription =
                wish.name().equals(now.name())
                        && Objects.equals(wish.parent(), now.parent())
                        && wish.timeZone().equals(now.timeZone());
        var keepsReferenceData = caller.is(Roles.ADMIN) || caller.is("catalog:write");
        if (!keepsReferenceData && !(onlyDescription && caller.isHeadOf(department.code()))) {
            throw StandardProblem.forbidden(
                    "an administrator or an integrator with catalog:write, or for purpose and expertise a head of '"
                            + department.code()
                            + "',");
        }
    }

    private void requireParent(String code, String parent) {
        if (parent == null) {
            return;
        }
        departments.lockTree();
        departments.requireAll("/parent", List.of(parent));
        for (var above = parent;
                above != null;
                above = departments.require(above).description().parent()) {
            if (above.equals(code)) {
                throw StandardProblem.invalid("/parent", "would put the department below itself");
            }
        }
    }
}
