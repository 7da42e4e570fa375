package io.axiom.version.surface.jsonschema.rule;

import java.util.List;

/** All rules, the cheap ones and those that explain most first. */
final class Rules {
    static final List<Rule> ALL = List.of(
            new TypeRule(),
            new ValuesRule(),
            new NumberBoundRule(true),
            new NumberBoundRule(false),
            new MultipleOfRule(),
            new SizeRule(),
            new PatternRule(),
            new TextMeaningRule(),
            new RequiredRule(),
            new UniqueItemsRule(),
            new UnknownKeywordRule(),
            new PropertiesRule(),
            new OtherPropertiesRule(),
            new PropertyNamesRule(),
            new DependenciesRule(),
            new ItemsRule(),
            new ContainsRule(),
            new UnevaluatedRule(),
            new AlternativesRule(),
            new NotRule(),
            new ConditionalRule(),
            new AnnotationRule());

    private Rules() {}
}
