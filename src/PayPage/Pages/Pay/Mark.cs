namespace PayPage.Pages.Pay;

/// <summary>The picture over a state: says at a glance what the words say again.</summary>
internal enum Mark
{
    Done,
    Wait,
    Stop,
    Mail,
}
