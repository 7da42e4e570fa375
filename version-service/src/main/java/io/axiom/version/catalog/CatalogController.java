package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.version.ComponentView;
import io.axiom.language.version.VersionView;
import io.axiom.version.component.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is. */
@RestController
@RequestMapping("/api/components")
class CatalogController {
    private final Catalog catalog;

    CatalogController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    Page<ComponentView> components(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return catalog.components(Page.limit(limit), cursor);
    }

    @GetMapping("/{component}")
    ComponentView component(@PathVariable String component) {
        return catalog.component(component)
                .orElseThrow(() -> new RejectedException(Refusals.componentNotFound(component)));
    }

    @GetMapping("/{component}/versions")
    Page<VersionView> versions(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        component(component);
        return catalog.versions(component, Page.limit(limit), cursor);
    }

    @GetMapping("/{component}/versions/{version}")
    VersionView version(@PathVariable String component, @PathVariable String version) {
        component(component);
        return catalog.version(component, version)
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(component, version)));
    }
}
