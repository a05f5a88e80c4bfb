using System.Globalization;
using PayPage.Domain;
using PayPage.Domain.Invoices.Fields;

namespace PayPage.UseCases.Fields;

/// <summary>Judges a merchant's definition of a field, all of it at once. Pure.</summary>
internal static class ReadField
{
    private const int ChoiceLength = FieldDefinition.ValueLength;
    private const int MostDataIndex = 100;

    /// <returns>Puts what was written on a definition; worth something only where <paramref name="typed"/> is sound.</returns>
    public static Action<FieldDefinition> Of(FieldText text, TypedFields typed)
    {
        var kind = KindOf(text, typed);
        var label = typed.Text(nameof(FieldText.Label), text.Label, FieldDefinition.LabelLength);
        var most = typed.Whole(nameof(FieldText.MaxLength), text.MaxLength, 1, FieldDefinition.ValueLength) ?? FieldDefinition.ValueLength;
        var least = typed.Whole(nameof(FieldText.MinLength), text.MinLength, 0, FieldDefinition.ValueLength) ?? 0;
        var choices = ChoicesOf(text, kind, typed);
        var position = typed.Whole(nameof(FieldText.Position), text.Position, 1, FieldDefinition.MostPerMerchant * 10);
        var index = typed.Whole(nameof(FieldText.DataIndex), text.DataIndex, 0, MostDataIndex);

        if (label is null)
        {
            typed.Refuse(nameof(FieldText.Label), "Write what the field is called.");
        }

        if (least > most)
        {
            typed.Refuse(nameof(FieldText.MinLength), "The least length is above the greatest.");
        }

        var usual = typed.Text(nameof(FieldText.Default), text.Default, FieldDefinition.ValueLength);

        if (usual is not null && typed.AreSound && Objection(usual, kind, (int)least, (int)most, choices) is { } objection)
        {
            typed.Refuse(nameof(FieldText.Default), objection);
        }

        return field =>
        {
            (field.Kind, field.Label) = (kind, label ?? "");
            (field.MinLength, field.MaxLength) = kind == FieldKind.Text ? ((int)least, (int)most) : (0, FieldDefinition.ValueLength);
            (field.Default, field.Choices) = (usual, choices);
            (field.IsShownToPayers, field.IsReadOnly) = (text.IsShownToPayers ?? false, text.IsReadOnly ?? false);
            (field.Position, field.DataIndex) = ((int?)position ?? field.Position, (int?)index);
        };
    }

    /// <param name="value">Cleaned, and not empty.</param>
    /// <returns>Why it cannot stand in such a field, and what to do; null: it can.</returns>
    public static string? Objection(string value, FieldKind kind, int least, int most, IReadOnlyList<string> choices) => kind switch
    {
        FieldKind.Select => choices.Contains(value, StringComparer.Ordinal) ? null : "Write one of the values that the field offers, letter by letter.",
        FieldKind.Text => value.Length < least ? string.Create(CultureInfo.InvariantCulture, $"Write at least {least} characters.")
            : value.Length > most ? string.Create(CultureInfo.InvariantCulture, $"Write at most {most} characters.")
            : null,
    };

    private static FieldKind KindOf(FieldText text, TypedFields typed)
    {
        switch (text.Kind?.Trim().ToUpperInvariant())
        {
            case "TEXT":
                return FieldKind.Text;
            case "SELECT":
                return FieldKind.Select;
            default:
                typed.Refuse(nameof(FieldText.Kind), "Write text or select.");
                return FieldKind.Text;
        }
    }

    private static List<string> ChoicesOf(FieldText text, FieldKind kind, TypedFields typed)
    {
        const string field = nameof(FieldText.Choices);

        if (kind == FieldKind.Text)
        {
            return [];
        }

        var choices = (text.Choices ?? []).Select(choice => FreeText.Clean(choice)).Where(choice => choice.Length > 0).Distinct(StringComparer.Ordinal).ToList();

        if (choices.Count is 0 or > FieldDefinition.MostChoices)
        {
            typed.Refuse(field, $"Write 1 to {FieldDefinition.MostChoices} values, with commas between them.");
        }
        else if (choices.Exists(choice => choice.Length > ChoiceLength) || string.Join(',', choices).Length > FieldDefinition.ChoicesLength)
        {
            typed.Refuse(field, $"Write values of at most {ChoiceLength} characters, and {FieldDefinition.ChoicesLength} characters together.");
        }
        else if (choices.Exists(FreeText.HoldsACardNumber))
        {
            typed.Refuse(field, "This looks like it holds a card number. Remove it: card numbers must not be kept here.");
        }

        return choices;
    }
}
