namespace PayPage.Pages.Pay;

/// <summary>Where it is to be sent, letter by letter as the payer posts it.</summary>
internal sealed class ShippingInput
{
    public string? Name { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }
}
