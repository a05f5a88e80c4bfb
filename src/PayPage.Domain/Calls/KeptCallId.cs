namespace PayPage.Domain.Calls;

/// <summary>Names one call, however often it is sent. What it makes is made under this id, and so once.</summary>
public readonly record struct KeptCallId(Guid Value)
{
    /// <summary>For <see cref="Invoices.Invoice.CreationKey"/>.</summary>
    public string CreationKey => $"call:{Value:N}";

    public static KeptCallId New(IdSource ids) => new(ids.Next());

    public override string ToString() => $"cal_{Value:N}";
}
