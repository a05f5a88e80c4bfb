namespace PayPage.Domain.Invoices;

/// <summary>To whom this invoice is addressed: the address on file.</summary>
/// <remarks>Kept on the invoice itself, so that a change of one invoice's address never moves another's links.</remarks>
public sealed record BillTo
{
    public const int AddressLength = 300;

    public string? Name { get; init; }

    /// <summary>Null when the merchant delivers the link himself. Fresh links and receipts go here and nowhere else.</summary>
    public string? Email { get; init; }

    /// <summary>E.164, e.g. <c>+31612345678</c>; null when it is not known. Text messages go here and nowhere else.</summary>
    public string? Phone { get; init; }

    public string? MerchantCustomerId { get; init; }

    public string? CompanyName { get; init; }

    /// <summary>The customer's postal address, in lines, as it stands on papers; null where it is not known.</summary>
    public string? Address { get; init; }

    /// <summary>Where a fresh link goes, shown so that only who knows it recognises it; null when there is nowhere.</summary>
    public string? Masked => Email is { } email ? EmailAddress.Mask(email) : Phone is { } phone ? PhoneNumber.Mask(phone) : null;
}
