namespace PayPage.Domain.Invoices.Intake;

/// <summary>The faults found so far, in the order in which they were found. The first word on a field is the only one.</summary>
internal sealed class FaultList
{
    private readonly OrderedDictionary<string, FieldFault> _byField = new(StringComparer.Ordinal);

    public FaultList(IEnumerable<FieldFault> found)
    {
        foreach (var fault in found)
        {
            _byField.TryAdd(fault.Field, fault);
        }
    }

    public IReadOnlyList<FieldFault> All => [.. _byField.Values];

    public bool Has(string field) => _byField.ContainsKey(field);

    public void Missing(string field, string message) => _byField.TryAdd(field, new FieldFault(field, FaultKind.Missing, message));

    public void Invalid(string field, string message) => _byField.TryAdd(field, new FieldFault(field, FaultKind.Invalid, message));
}
