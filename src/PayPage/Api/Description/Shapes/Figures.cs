namespace PayPage.Api.Description.Shapes;

/// <summary>An amount, price or percentage in a request: a JSON number or a text, digits with a point, without a sign.</summary>
internal sealed record TypedFigure;

/// <summary>An amount, price or percentage in an answer: a JSON number with the decimals of its currency.</summary>
internal sealed record Figure;

/// <summary>Written as null where there is none, instead of being left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OrNullAttribute : Attribute;
