using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PayPage.Data;
using PayPage.Domain;
using PayPage.Domain.Invoices.Fields;
using PayPage.Domain.Invoices.Intake;
using PayPage.UseCases.Invoices;

namespace PayPage.UseCases.Fields;

/// <summary>Holds what is to stand in a merchant's own fields against their definitions. Reads only.</summary>
internal sealed class JudgeFields(PayPageDbContext db)
{
    /// <param name="reading">Its faults come first, and are told with these.</param>
    /// <param name="entries">Null: nothing was said of them. A new invoice gets <see cref="FieldDefaults"/>, another keeps what it has.</param>
    /// <param name="number">Of the invoice that is to be changed; null: it is new.</param>
    public async Task<ProposalReading> HandleAsync(ProposalReading reading, IReadOnlyList<FieldEntry>? entries, string? number, Caller caller, CancellationToken ct)
    {
        if (entries is null)
        {
            return reading;
        }

        var definitions = await db.FieldDefinitions.AsNoTracking().Where(f => f.MerchantId == caller.MerchantId).OrderBy(f => f.Position).ThenBy(f => f.Number).ToListAsync(ct);
        var before = number is null ? null : (await db.Invoices.AsNoTracking().Numbered(number, caller).SingleOrDefaultAsync(ct))?.Fields;
        var faults = new List<FieldFault>();
        var values = Read(entries, definitions, before ?? [], isNew: number is null, faults);

        return (reading, faults.Count) switch
        {
            (ProposalReading.Read read, 0) => new ProposalReading.Read(read.Invoice with { Fields = values }),
            (ProposalReading.Faulty faulty, _) => new ProposalReading.Faulty([.. faulty.Faults, .. faults]),
            _ => new ProposalReading.Faulty(faults),
        };
    }

    /// <summary>How faults name a member of an entry, e.g. <c>merchantFields[2].value</c>.</summary>
    public static string Member(int entry, string member) => string.Create(CultureInfo.InvariantCulture, $"{ProposalFields.MerchantFields}[{entry}].{member}");

    private static List<FieldValue> Read(
        IReadOnlyList<FieldEntry> entries, List<FieldDefinition> definitions, IReadOnlyList<FieldValue> before, bool isNew, List<FieldFault> faults)
    {
        var said = new Dictionary<long, string?>();

        if (entries.Count > FieldDefinition.MostPerMerchant)
        {
            faults.Add(new FieldFault(ProposalFields.MerchantFields, FaultKind.Invalid, $"Write at most {FieldDefinition.MostPerMerchant} values."));
            return [];
        }

        for (var i = 0; i < entries.Count; i++)
        {
            ReadEntry(i, entries[i], definitions, before, said, faults);
        }

        var next = before.Select(value => value.Id).DefaultIfEmpty(0).Max();
        var known = definitions.Select(definition => definition.Number).ToHashSet();
        var values = new List<FieldValue>();

        foreach (var definition in definitions)
        {
            if ((said.TryGetValue(definition.Number, out var value) ? value : isNew ? definition.Default : null) is { } text)
            {
                var id = before.FirstOrDefault(old => old.Definition == definition.Number)?.Id ?? ++next;
                values.Add(FieldValue.Of(id, definition, text));
            }
        }

        return [.. values, .. before.Where(old => !known.Contains(old.Definition))];    // whose definition is gone: nobody can say them anew
    }

    private static void ReadEntry(
        int place, FieldEntry entry, List<FieldDefinition> definitions, IReadOnlyList<FieldValue> before, Dictionary<long, string?> said, List<FieldFault> faults)
    {
        var text = string.IsNullOrWhiteSpace(entry.Value) ? null : FreeText.Clean(entry.Value);
        text = text is { Length: 0 } ? null : text;

        if (!long.TryParse(entry.Definition, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Refuse("definitionId", entry.Definition is null ? FaultKind.Missing : FaultKind.Invalid, "Write the id of one of your merchant defined fields.");
        }
        else if (definitions.Find(d => d.Number == number) is not { } definition)
        {
            if (before.FirstOrDefault(old => old.Definition == number)?.Value != text || text is null)
            {
                Refuse("definitionId", FaultKind.Invalid, "There is no such field. Ask for the list of your merchant defined fields.");
            }
        }
        else if (!said.TryAdd(number, text))
        {
            Refuse("definitionId", FaultKind.Invalid, "This field has a value already: write each field once.");
        }
        else if (text is not null && Objection(text, definition) is { } objection)
        {
            Refuse("value", FaultKind.Invalid, objection);
        }

        void Refuse(string member, FaultKind kind, string message) => faults.Add(new FieldFault(Member(place, member), kind, message));
    }

    private static string? Objection(string value, FieldDefinition definition) =>
        definition is { IsReadOnly: true, Default: { } usual } && usual != value ? "This field cannot be written to: leave it out, or write its default."
        : FreeText.HoldsACardNumber(value) ? "This looks like it holds a card number. Remove it: card numbers must not be kept here."
        : ReadField.Objection(value, definition.Kind, definition.MinLength, definition.MaxLength, definition.Choices);
}

/// <summary>What is to stand in one field, as it was written.</summary>
/// <param name="Definition">The number of its definition.</param>
/// <param name="Value">Blank: nothing.</param>
internal sealed record FieldEntry(string? Definition, string? Value);
