using Microsoft.AspNetCore.Mvc;
using PayPage.SignIn;

namespace PayPage.Pages.Office;

/// <summary>What both second steps share: they are there only for whoever has done the first.</summary>
internal abstract class SecondStepPage(CodeDoor door) : OfficeBase
{
    /// <summary>Where the reader wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Stay { get; set; }

    [BindProperty, FromForm]
    public string? Code { get; set; }

    /// <summary>Why the door stayed closed; null: nobody tried.</summary>
    public string? Trouble { get; private set; }

    protected CodeDoor Door => door;

    protected abstract string Heading { get; }

    protected string PathTo(string step) => $"{SignInRegistration.Root}/sign-in/{step}?next={Uri.EscapeDataString(Inside(Next))}{(Stay ? "&stay=true" : "")}";

    protected async Task<IActionResult> ShowAsync()
    {
        Title = Heading;
        return await door.IsSomebodyWaitingAsync() ? Page() : ToTheFirstStep();
    }

    /// <param name="answer">Null: nobody waits here (any more).</param>
    protected IActionResult Answer(DoorAnswer? answer, string wrong)
    {
        Title = Heading;

        switch (answer)
        {
            case null:
                return ToTheFirstStep();
            case { IsOpen: true }:
                return SeeOther(Inside(Next));
            case { LockedMinutes: > 0 and var minutes }:
                Trouble = $"Your account is locked after too many wrong tries. Try again in {minutes} {(minutes == 1 ? "minute" : "minutes")}.";
                break;
            default:
                Trouble = wrong;
                break;
        }

        return Again("Code", Trouble);
    }

    private StatusCodeResult ToTheFirstStep()
    {
        Say("That took a little long. Start again with your password.");
        return SeeOther($"{SignInRegistration.Root}/sign-in?next={Uri.EscapeDataString(Inside(Next))}");
    }
}
