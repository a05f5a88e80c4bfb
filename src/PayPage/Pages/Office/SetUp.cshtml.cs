using Microsoft.AspNetCore.Mvc;
using PayPage.Domain;
using PayPage.Domain.Merchants;
using PayPage.SignIn;
using PayPage.UseCases.Merchants;

namespace PayPage.Pages.Office;

/// <summary>First run: the first administrator, and the first business. It closes itself behind him.</summary>
internal sealed class SetUpModel(FirstPerson firstPerson, NewPeople people, SetUpCode setUpCode) : OfficeBase
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty, FromForm]
    public string? Business { get; set; }

    [BindProperty, FromForm]
    public string? Name { get; set; }

    [BindProperty, FromForm]
    public string? Email { get; set; }

    [BindProperty, FromForm]
    public string? Password { get; set; }

    [BindProperty, FromForm]
    public string? TimeZone { get; set; }

    [BindProperty, FromForm]
    public string? Currency { get; set; }

    public SetUpDoor Door { get; private set; }

    public bool NeedsMerchant { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LookAsync(ct);
        TimeZone ??= "Europe/Amsterdam";
        Currency ??= "EUR";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LookAsync(ct);

        if (Door != SetUpDoor.Open)
        {
            Response.StatusCode = Door == SetUpDoor.Closed ? StatusCodes.Status410Gone : StatusCodes.Status403Forbidden;
            return Page();
        }

        var (merchant, faults) = await JudgeAsync();

        if (faults.Count > 0)
        {
            return Again(faults);
        }

        if (await firstPerson.MakeAsync(Name!, Email!, Password!, merchant, ct))
        {
            Say("Welcome. Next: make the pages yours, then write your first invoice.");
            return SeeOther(SignInRegistration.Root);
        }

        Door = SetUpDoor.Closed;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private async Task LookAsync(CancellationToken ct)
    {
        Title = "Set up PayPage";
        Door = !await firstPerson.IsWantedAsync(ct) ? SetUpDoor.Closed : setUpCode.IsOne(Code) ? SetUpDoor.Open : SetUpDoor.NoCode;
        NeedsMerchant = Door == SetUpDoor.Open && await firstPerson.NeedsMerchantAsync(ct);
    }

    private async Task<(NewMerchant? Merchant, Dictionary<string, string> Faults)> JudgeAsync()
    {
        // In the order of the page.
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var business = FreeText.Clean(Business ?? "").Trim();

        if (NeedsMerchant && business.Length is (0 or > Merchant.NameLength))
        {
            faults["Business"] = $"Write the name of your business, at most {Merchant.NameLength} characters.";
        }

        foreach (var (field, fault) in await people.FaultsAsync(Name ?? "", Email ?? "", Password ?? ""))
        {
            faults[field] = fault;
        }

        if (!NeedsMerchant)
        {
            return (null, faults);
        }

        if (!MerchantZones.Has(TimeZone))
        {
            faults["TimeZone"] = "Choose a time zone from the list.";
        }

        if (!Domain.Currency.TryParse(Currency?.Trim().ToUpperInvariant(), out var currency))
        {
            faults["Currency"] = "Write a currency as three letters, such as EUR.";
        }

        return (faults.Count > 0 ? null : new NewMerchant(business, Email!.Trim(), TimeZone!, currency), faults);
    }
}
