package io.axiom.version.catalog;

import io.axiom.language.RejectedException;
import io.axiom.language.version.ChannelView;
import io.axiom.language.version.CompatibilityView;
import io.axiom.language.version.HistoryView;
import io.axiom.language.version.TestResultView;
import io.axiom.version.component.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known about a component beside its versions. */
@RestController
@RequestMapping("/api/components/{component}")
class ComponentFactController {
    private final Catalog catalog;
    private final ComponentFacts facts;

    ComponentFactController(Catalog catalog, ComponentFacts facts) {
        this.catalog = catalog;
        this.facts = facts;
    }

    @GetMapping("/channels")
    Page<ChannelView> channels(@PathVariable String component) {
        requireComponent(component);
        return new Page<>(facts.channels(component), null);
    }

    @GetMapping("/compatibility/declared")
    Page<CompatibilityView> compatibility(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireComponent(component);
        return facts.compatibility(component, from, to, Page.limit(limit), cursor);
    }

    @GetMapping("/test-results")
    Page<TestResultView> testResults(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireComponent(component);
        return facts.testResults(component, from, to, Page.limit(limit), cursor);
    }

    @GetMapping("/history")
    Page<HistoryView> history(
            @PathVariable String component,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        requireComponent(component);
        return facts.history(component, version, Page.limit(limit), cursor);
    }

    private void requireComponent(String component) {
        if (catalog.component(component).isEmpty()) {
            throw new RejectedException(Refusals.componentNotFound(component));
        }
    }
}
