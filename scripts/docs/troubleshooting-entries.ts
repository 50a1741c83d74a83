/** What a person sees, why, and what to do about it. */
export interface Entry {
  /**
   * The first sentences of the messages, as people read them. What differs from run to run stands in
   * brackets: `"[Field]" is empty.`
   */
  says: readonly string[];
  why: string;
  todo: string;
}

/** The entries of the troubleshooting page, by the headings of its sections. */
export const ENTRIES: Readonly<Record<string, readonly Entry[]>> = {
  'A field': [
    {
      says: ['"[Field]" is empty.'],
      why: 'The field must have a value. If it is mapped, the earlier step returned nothing for it in this run.',
      todo: 'Fill it in. If it is mapped, map a field that always has a value, or add a Filter before this step.',
    },
    {
      says: ['Fill in [fields].'],
      why: 'This step needs at least one of these fields, and none has a value in this run.',
      todo: 'Fill in one of them. If one is mapped, check that the earlier step returned a value.',
    },
    {
      says: ['Fill in only one of [fields].'],
      why: 'Two fields that each name the record have a value.',
      todo: 'Clear all of them but one.',
    },
    {
      says: ['Nothing to change.'],
      why: 'Every field that this step could change is blank in this run.',
      todo: 'Fill in at least one, or add a Filter before this step.',
    },
    {
      says: ['"[Field]" must be one of the list, or one word of 3 to 64 letters, and is [value].'],
      why: 'A custom value of this field is a name as HighLevel writes it, such as `RecordImported`: no spaces, digits or signs.',
      todo: 'Choose an entry of the list, or copy the name from HighLevel.',
    },
    {
      says: ['Nothing to create: no field of the custom object [name] is filled in.'],
      why: 'A record has only what its custom object has fields for, and all of them are blank in this run.',
      todo: 'Fill in at least the field that names the record. If the form shows no fields, choose "Custom Object" and refresh the fields.',
    },
    {
      says: [
        '"[Field]" cannot be "[value]": no [kind of record] is found by that, and the association [name] needs one there.',
      ],
      why: 'An association joins records of two kinds, such as registrations and contacts, and the value does not name one of them. A record by its name is only found once it is a few seconds old.',
      todo: 'Map the ID of the record. A contact is also found by email address or phone number; an opportunity, a company or a record by its exact name.',
    },
    {
      says: ['"[Field]" has no least or most: the field [name] is no number, money or date.'],
      why: 'The conditions Is at Least and Is at Most compare numbers, money and dates only.',
      todo: 'Choose another condition, such as Is or Contains.',
    },
    {
      says: [
        '"[Field]" is no field of the custom object [name]: it was deleted, or "Custom Object" was changed.',
      ],
      why: 'The step was set up with a field that the custom object no longer has, or with the fields of another custom object. A field that was only renamed is still found.',
      todo: 'Open the step, refresh its fields, and fill them in again.',
    },
    {
      says: [
        '"[Field]" cannot be "[name]": the custom object [name] has no such field that can be searched.',
      ],
      why: 'The custom object has no field of this name, or its values cannot be searched: those of files and of lists of text boxes cannot.',
      todo: 'Choose one of the fields that the message lists.',
    },
    {
      says: ['A field of this type needs "Options".'],
      why: 'Dropdowns, radio buttons, checkboxes and lists of text boxes are made with their choices, and there are none.',
      todo: 'Fill in "Options" with one choice per line.',
    },
    {
      says: ['"[Field]" says "[hint]", which is not a choice.'],
      why: 'When the list of this field was opened, it had no choices yet, and said why: the connection lacks a permission, or is of an agency and no single sub-account was chosen.',
      todo: 'Do what the hint says, then choose from the list again. In a trigger of all sub-accounts, type a name.',
    },
    {
      says: ['"[Field]" got no value: the step it is mapped from returned none.'],
      why: 'The earlier step returned `undefined`, `null`, `NaN` or `[object Object]` in place of a value.',
      todo: 'Map another value, or set a default in that step.',
    },
    {
      says: ['"[Field]" cannot be "[value]".'],
      why: 'The field has a fixed list of choices, and the value is not one of them.',
      todo: "Choose from the list, or map a choice's value or label. Upper and lower case do not matter.",
    },
    {
      says: [
        '"[Field]" cannot be "[name]": no [kind of record] in this sub-account is called that.',
      ],
      why: 'The field takes an ID or an exact name, and nothing in this sub-account has this name.',
      todo: 'Choose from the list, or map the ID. Check the spelling of the name in HighLevel.',
    },
    {
      says: [
        '"[Field]" cannot be "[name]": [one] and [another] both match.',
        '"[Field]" cannot be "[value]": [one contact] and [another] share it.',
        '"Custom Value" cannot be "[name]": several custom values have this name.',
      ],
      why: 'Two records have this name, email or phone number, so the step cannot tell which one you mean.',
      todo: 'Choose the record from the list, or map its ID.',
    },
    {
      says: ['"[Field]" is for recurring prices only, and "Price Type" is One-Time.'],
      why: 'A price that is paid once has no interval, trial or setup fee.',
      todo: 'Choose **Recurring** in "Price Type", or clear the field.',
    },
    {
      says: ['"Ends At" is not later than the start of the coupon.'],
      why: 'The coupon would be over before it starts. Without "Starts At", it starts right away.',
      todo: 'Correct "Starts At" or "Ends At", or leave "Ends At" blank for no end.',
    },
    {
      says: ['"Discount" is [number], and a percentage is at most 100.'],
      why: 'A coupon cannot take off more than the whole price.',
      todo: 'Correct the number, or choose **Amount** in "Discount Type".',
    },
    {
      says: ['"Months" is filled in, and "Future Payments" is First Payment Only.'],
      why: 'The two fields of the coupon contradict each other.',
      todo: 'Choose **Every Payment** in "Future Payments", or clear "Months".',
    },
    {
      says: ['Nothing of this order is left to fulfill.'],
      why: 'Everything in the order was marked as sent before, or it contains no product.',
      todo: 'Check the order in HighLevel. Add a Filter on **Fulfillment Status** before this step.',
    },
    {
      says: ['"[Field]" does not say which price of "[product]" you mean: it has [prices].'],
      why: 'The product has several prices that fit, and the step needs one.',
      todo: 'Fill in the name of one price as the message shows it, or map its ID from **Find Product Price**.',
    },
    {
      says: [
        '"[Field]" cannot be "[name]": the product "[product]" has no such price.',
        'The product "[product]" has no price.',
      ],
      why: 'The product has no price with this name, or no prices at all.',
      todo: 'Check the prices of the product in HighLevel. **Create Product Price** adds one.',
    },
    {
      says: [
        '"[Field]" needs a contact\'s ID, email address or phone number, and is "[value]".',
        '"[Field]" must be the ID of a record, and is "[value]".',
      ],
      why: 'A name or another text is mapped where the step needs an ID.',
      todo: 'Choose the record from the list, or map its ID. A search step, such as **Find Contact**, returns it.',
    },
    {
      says: ['"[Field]": no contact in this sub-account has "[email or phone number]".'],
      why: 'No contact of the connected sub-account has this email or phone number.',
      todo: 'Check the value, or add a **Create or Update Contact** step before this one.',
    },
    {
      says: ['"[Field]": the contact with "[value]" has no conversation yet.'],
      why: 'The field takes a contact in place of a conversation, and this contact has none.',
      todo: 'Send the contact a message first, or add a **Create Conversation** step.',
    },
    {
      says: ['"[Field]" must be one email address, such as name@example.com, and is "[value]".'],
      why: 'The value is not an email address, has several of them, or contains a line break.',
      todo: 'Map one email address. CC and BCC take several.',
    },
    {
      says: [
        '"[Field]" must be a phone number with its country code, such as +15550100123, and is "[value]".',
        '"[Field]" must be a phone number of at least 6 digits, and is "[value]".',
        '"[Field]" must be a phone number with as many digits as its country has, and is "[value]".',
      ],
      why: "The value is not a phone number, or it has no country code and is not a number of your sub-account's country.",
      todo: "Write the whole number, such as `+15550100123`. Zapier's Formatter (Numbers, Format Phone Number) turns a number into this form: choose E.164.",
    },
    {
      says: ['"[Field]" is not a date that can be read: "[value]".'],
      why: 'The value is not a date, the day does not exist, or it can be read in two ways (`05-06-2027`, `3/5/27`).',
      todo: "Write it as `2027-03-05 09:00`. Zapier's Formatter (Date / Time) turns a date into this form.",
    },
    {
      says: [
        'Nothing can match: "[End]" ([date]) is earlier than "[Start]" ([date]).',
        'Nothing can match: "Called Number" is a number of your sub-account, and outbound calls are made to contacts.',
        'Nothing can match: "Has Tag Now" and "Does Not Have Tag" are both "[tag]".',
        'Nothing can match: "Minimum Value" ([number]) is above "Maximum Value" ([number]).',
        'Nothing can match: "Latest Time of Day" ([hour]) is not later than "Earliest Time of Day" ([hour]).',
      ],
      why: 'Two filters of this step exclude each other.',
      todo: 'Change one of the two fields, or clear it.',
    },
    {
      says: ['Item [number] in "Items" has a "Product Price" and no "Product".'],
      why: 'A price belongs to a product, and the product of this item is blank in this run.',
      todo: 'Fill in the product too, or use "Item Price" for a price of your own.',
    },
    {
      says: [
        'Item [number] in "Items" has no "Item Name".',
        'Item [number] in "Items" has no "Item Price".',
      ],
      why: 'An item is either a product, which has a name and a price, or a name and a price that you fill in. If they are mapped from line items, this one lacks it.',
      todo: 'Fill it in, or name a product in "Product".',
    },
    {
      says: [
        'Item [number] in "Items" has a "Quantity" of [quantity].',
        'Item [number] in "Items" has an "Item Price" of [price].',
      ],
      why: 'HighLevel does not accept a quantity of 0, or a price below 0.',
      todo: 'Leave such items out with a Filter or Formatter. To take something off the total, use "Discount".',
    },
    {
      says: ['[Product] costs [amount], and "Currency" is [currency].'],
      why: 'An invoice has one currency, and the price of the product is in another.',
      todo: 'Choose another price in "Product Price", change "Currency", or fill in "Item Price".',
    },
    {
      says: [
        '"Discount" is [number].',
        '"Discount" is [number] percent.',
        '"Discount" is [amount], and the items come to [amount].',
      ],
      why: 'A discount must be at least 0, and at most the amount to pay.',
      todo: 'Fill in a smaller discount, without a minus sign.',
    },
    {
      says: ['"[Field]" ([date]) is earlier than "Issue Date" ([date]).'],
      why: 'The due date or expiry date is before the issue date.',
      todo: 'Fill in a later day, or leave the field blank for the one that your settings say.',
    },
    {
      says: [
        '"Amount" is [amount], and only [amount] of the invoice is due.',
        '"Amount" is [amount].',
      ],
      why: 'A payment must be more than 0, and at most the amount that is still due.',
      todo: 'Fill in what was paid, or leave the field blank for all that is due.',
    },
    {
      says: [
        '[Name] has no email address, so HighLevel cannot send it that way.',
        '[Name] has no phone number, so HighLevel cannot send it that way.',
      ],
      why: 'HighLevel sends it to the email address or phone number of the contact, and the contact has none.',
      todo: 'Add it to the contact, for example with Update Contact before this step, or choose another way in "Send By".',
    },
    {
      says: [
        'HighLevel refused the contact [name], who has no email address.',
        'HighLevel refused the contact [name], who has no phone number.',
      ],
      why: 'HighLevel may require both an email address and a phone number of the contact who pays.',
      todo: 'Add what is missing to the contact, for example with Update Contact before this step.',
    },
    {
      says: [
        'The invoice [number] [is paid already or was voided], so it cannot be [sent, paid or changed].',
      ],
      why: 'An invoice that is paid or void can no longer be sent, paid or changed.',
      todo: 'Choose another invoice, or add a Filter on its status before this step.',
    },
    {
      says: [
        '"[Field]" is [number], and amounts in [currency] have [no decimals or at most this many].',
      ],
      why: 'The amount has more decimals than its currency, such as 9.999 dollars or half a yen. HighLevel could round it otherwise than you expect.',
      todo: 'Round it before this step, for example with Formatter by Zapier (Numbers, Format Number).',
    },
    {
      says: [
        '"[Field]" must be a number, and is "[value]".',
        '"[Field]" must be a whole number, and is "[value]".',
        '"[Field]" must be a number of at most 15 digits, and is "[value]".',
        '"[Field]" must be a whole number of at most 15 digits, and is "[value]".',
        '"[Field]" must be a number of [least] or more, and is "[value]".',
        '"[Field]" must be a whole number of [least] or more, and is "[value]".',
        '"[Field]" must be between [least] and [most], and is "[value]".',
        '"Limit" must be between 1 and 500, and is [number].',
      ],
      why: 'The value is not a number, contains a currency or a unit, or is too small or too large.',
      todo: 'Map only the number, within the limits that the message names. `9,99` is 9.99, and `1,234` is 1234.',
    },
    {
      says: ['"[Field]" must be yes or no, and is "[value]".'],
      why: 'The value is neither yes nor no.',
      todo: 'Map yes or no, or true or false.',
    },
    {
      says: [
        '"[Field]" must be a URL that starts with https://, and is "[value]".',
        '"[Field]" must be a file, or a URL that starts with https://, and is "[value]".',
        '"[URL]" is not the URL of a file.',
      ],
      why: 'The value is not a whole URL.',
      todo: 'Write the whole URL, with `https://`. For a file, map the file from an earlier step.',
    },
    {
      says: [
        '"[Field]" must be a color such as #FFAA00, and is "[value]".',
        '"[Field]" must be a time zone, such as America/New_York, and is "[value]".',
        '"[Field]" must be a country by its two letters, such as US or GB, and is "[value]".',
        '"[Field]" must be a language by its code, such as en or pt-BR, and is "[value]".',
      ],
      why: 'HighLevel needs the value in the form that the message shows.',
      todo: 'Choose from the list if there is one, or write the value in this form.',
    },
    {
      says: ['"[Field]" has [number] characters, and HighLevel accepts at most [number].'],
      why: 'The text is too long for HighLevel.',
      todo: "Shorten the text. Zapier's Formatter (Text, Truncate) can do it.",
    },
    {
      says: [
        '"[Field]" takes one value, and this is a list.',
        '"[Field]" takes one value, and this is a group of values.',
        '"[Field]" takes a list of single values, and one of these is a list or a group of values.',
      ],
      why: 'A list or a whole record is mapped where the step needs a single value.',
      todo: 'Map one value of it.',
    },
    {
      says: [
        '"[Field]" takes at most [number] entries, and these are [number].',
        '"[Field]" contains a list that cannot be read: "[value]".',
      ],
      why: 'The list is too long, or it is not one that can be read.',
      todo: 'Leave some entries out. Write one value per line, or separate them by commas.',
    },
    {
      says: [
        '"[Field]" takes line items with [fields].',
        '"[Field]" takes pairs of a name and a value.',
      ],
      why: 'A text is mapped where the step needs line items, or pairs of a name and a value.',
      todo: 'Fill in the fields below it, or map line items from an earlier step.',
    },
    {
      says: ['"[Field]" is not valid JSON.'],
      why: 'A quote, comma or brace is missing, or there is one too many.',
      todo: 'Correct it at the place that the message names.',
    },
    {
      says: ['"[Field]" is filled in and also chosen in "Fields to Empty".'],
      why: 'The step is asked to save a value and to remove it.',
      todo: 'Remove the field from "Fields to Empty", or clear its value.',
    },
    {
      says: [
        '"All Other Rights" removes every right that is not chosen in "Rights", and none is chosen.',
      ],
      why: 'The user would have no rights left.',
      todo: 'Choose at least one right in "Rights".',
    },
    {
      says: ['A record of this step has no valid ID, so nothing was sent.'],
      why: 'An ID that is mapped contains characters that no ID has.',
      todo: 'Choose the record from the list, or map its ID from an earlier step.',
    },
  ],
  'A message, email or reply': [
    {
      says: ['The message is empty.'],
      why: 'Text, HTML and attachments are all blank in this run.',
      todo: 'Map a text that always has a value, or add a Filter before this step.',
    },
    {
      says: ['The email has no subject.'],
      why: '"Subject" is blank in this run.',
      todo: 'Fill in "Subject". Only a reply uses the subject of its thread.',
    },
    {
      says: ['"Send At" is in the past: "[time]".'],
      why: 'The time had passed when the step ran.',
      todo: 'Use a later time, or leave the field blank to send now.',
    },
    {
      says: [
        'Not sent: this message already went to this contact in the last 10 minutes, or may have.',
      ],
      why: 'The step skips duplicates: the same text went to the same contact a moment ago.',
      todo: 'Nothing is broken. To send the message anyway, set "Skip Duplicates" to No.',
    },
    {
      says: [
        'There is nothing to cancel: the message was already sent or canceled, or was never scheduled.',
      ],
      why: 'The message is no longer waiting to be sent.',
      todo: 'Nothing is broken: the Zap stops here on purpose.',
    },
    {
      says: ['No [kind of record] has the ID "[ID]" in this sub-account.'],
      why: 'The record was deleted, the ID belongs to something else, or to another sub-account.',
      todo: 'Choose the record from the list, or check which step the ID comes from.',
    },
    {
      says: [
        'HighLevel accepted the message but stored nothing.',
        '[Reason] That happens when "Conversation Provider" is empty or not the right one.',
      ],
      why: 'HighLevel adds messages of other systems only through a conversation provider that is installed in the sub-account and made for the channel.',
      todo: "Enter the ID of your own provider, from the app's page in the HighLevel marketplace.",
    },
    {
      says: [
        'HighLevel does not let this connection set the status of this message: only the app that owns its conversation provider may.',
        'HighLevel does not let this connection set the status of this email: only the app that owns its conversation provider can.',
      ],
      why: 'The message was not sent through your own conversation provider.',
      todo: "Use this step only for your own provider's messages.",
    },
    {
      says: ['"Template" is for SMS, email and WhatsApp.'],
      why: 'The chosen channel has no templates.',
      todo: 'Clear "Template", and write the text in "Message".',
    },
    {
      says: ['This sub-account has no such template for this channel.'],
      why: 'The template was deleted or renamed, or is for another channel.',
      todo: 'Choose a template from the list.',
    },
    {
      says: ['The template contains {{[placeholder]}}, which this step cannot fill in.'],
      why: "This step fills in the contact's fields, and the template asks for something else.",
      todo: 'Write the text in "Message", and map the value there.',
    },
    {
      says: ['The message belongs to no contact, so there is nobody to reply to.'],
      why: 'HighLevel does not link this message to a contact.',
      todo: 'Choose another message to reply to.',
    },
    {
      says: ['HighLevel cannot send messages on the channel of this message: [channel].'],
      why: 'Messages can only be received on this channel.',
      todo: 'Reply on another channel, with **Send Message**.',
    },
    {
      says: ['Only an email can be forwarded, and this message is not an email.'],
      why: '"Reply Type" is Forward, and the message is on another channel.',
      todo: 'Choose another "Reply Type".',
    },
    {
      says: ['"From" is empty and the contact has no email address.'],
      why: 'The email is added as sent by the contact, and the contact has no email address to use as the sender.',
      todo: 'Fill in "From".',
    },
    {
      says: [
        'This contact has never used the live chat of your website, so there is nowhere to show typing.',
      ],
      why: 'HighLevel shows typing only in the live chat of your website.',
      todo: 'Choose a conversation that started in the live chat.',
    },
    {
      says: ['"Wait For" must be between 1 minute and 30 days, and is [time].'],
      why: 'Zapier lets a step wait for at most 30 days.',
      todo: 'Choose a shorter time.',
    },
    {
      says: ['The reply that this step was resumed with is from another contact.'],
      why: 'Something other than the webhook relay resumed the step.',
      todo: 'Replay the Zap run.',
    },
    {
      says: [
        "The contact's conversation was created a moment ago, and HighLevel's search does not find it yet.",
      ],
      why: 'HighLevel lists a new conversation with some delay.',
      todo: 'Nothing: Zapier repeats the step.',
    },
  ],
  'An appointment': [
    {
      says: ['The calendar is not free at [time] ([time zone]), so nothing was booked.'],
      why: 'The time is taken, outside of the hours of the calendar, too soon, or too far ahead. Or the assigned user has no time then.',
      todo: 'Use one of the next free times, which the message names, or let **Find Available Times** find one in an earlier step. To book anyway, set **Ignore Availability** to yes.',
    },
    {
      says: ['"End Time" ([date]) must be later than "Start Time" ([date]).'],
      why: 'The appointment or blocked time would end before it begins. If only one of the two is mapped, the other may be of another day.',
      todo: 'Change one of the two. For an appointment, **End Time** may stay blank: it then has the usual length.',
    },
    {
      says: ['"To" ([date]) is more than [number] days after "From" ([date]).'],
      why: 'HighLevel searches at most this many days for free times.',
      todo: 'Use an earlier **To**, or leave it blank for 7 days.',
    },
    {
      says: ['"Calendar" is empty, and this sub-account has [number] calendars.'],
      why: 'HighLevel lists the appointments of one calendar at a time, and a step does not have time for that many calendars.',
      todo: 'Choose a calendar, a calendar group or an assigned user.',
    },
  ],
  'A file or an attachment': [
    {
      says: ['The file could not be read from [host] ([reason]).'],
      why: 'The URL needs a sign-in, has expired, or its server does not respond.',
      todo: 'Check that the URL opens in a private browser window. Map a file from an earlier step where you can.',
    },
    {
      says: ['The URL of "[file]" leads to a web page, not to a file.'],
      why: 'A sharing link shows a page with the file.',
      todo: 'Use a link that downloads the file without signing in.',
    },
    {
      says: ['HighLevel does not accept the file "[file]".'],
      why: 'HighLevel does not accept files of this type on this channel.',
      todo: 'Convert the file to one of the types that the message lists, or send a link to it in the text.',
    },
    {
      says: ['The file "[file]" is empty.'],
      why: 'The file has no content.',
      todo: 'Check the step that the file comes from.',
    },
    {
      says: [
        'The file is larger than [number] MB, which is the most that HighLevel accepts here.',
        'The files of this step are larger than [number] MB together.',
        'The recording is larger than [number] MB, which is the most that Zapier accepts.',
      ],
      why: 'HighLevel and Zapier limit the size of files.',
      todo: 'Use a smaller file, or send a link to it in the text. Open a large recording in HighLevel.',
    },
    {
      says: ['There is no attachment.'],
      why: 'Neither "Attachments" nor "Attachment URLs" has a value in this run.',
      todo: 'Map a file, or add a Filter before this step.',
    },
    {
      says: ['A message takes at most 5 attachments, and these are [number].'],
      why: 'HighLevel accepts five attachments in one message.',
      todo: 'Leave some out, or send them in several messages.',
    },
    {
      says: [
        "HighLevel's file storage did not accept the file.",
        'HighLevel accepted the file "[file]" but returned no URL for it.',
      ],
      why: 'HighLevel had an outage.',
      todo: 'Nothing: Zapier repeats the step.',
    },
  ],
  'A course': [
    {
      says: [
        'The material "[material]" belongs to the post "[post]", which is not among "Posts".',
        'The category "[category]" has a parent and contains categories.',
      ],
      why: 'The titles of categories, posts and materials do not fit together.',
      todo: 'Check the titles: each parent must be listed with the same title. HighLevel allows only one level below a category.',
    },
    {
      says: ['"Material Type" of "[material]" is not a file type that HighLevel courses accept.'],
      why: 'HighLevel courses accept only some types of files.',
      todo: 'Choose a type from the list, such as pdf.',
    },
  ],
  "HighLevel's answer": [
    {
      says: ['HighLevel refused this step: [reason]'],
      why: "HighLevel's own reason follows.",
      todo: 'Correct what it names. If it names a missing phone number or email, add a Filter before this step that checks it.',
    },
    {
      says: ['HighLevel refused this step and gave no reason (status [number]).'],
      why: 'HighLevel did not accept the values of this step.',
      todo: 'Compare the fields of this step with the record in HighLevel.',
    },
    {
      says: ['HighLevel did not do this: [reason]'],
      why: 'The contact is set to do-not-disturb or opted out, or it was done already.',
      todo: 'Nothing is broken: the Zap stops here on purpose.',
    },
    {
      says: ['HighLevel cannot find the record: [reason]', 'HighLevel cannot find this record.'],
      why: 'The record was deleted, belongs to another sub-account, or the ID is of something else.',
      todo: 'Choose the record again, or check which step its ID comes from.',
    },
    {
      says: ['The record you chose belongs to another HighLevel sub-account than this connection.'],
      why: "The record's ID comes from another sub-account.",
      todo: 'Choose a record of the connected sub-account, or use the connection of the other one.',
    },
    {
      says: [
        "HighLevel's limit of requests a day, which all apps of this sub-account share, is reached.",
        "HighLevel's limit of requests in a few seconds, which all apps of this sub-account share, is reached.",
      ],
      why: 'All apps of the sub-account together made too many requests.',
      todo: 'Nothing: Zapier repeats the step by itself. If it happens often, spread large Zaps over the day.',
    },
    {
      says: [
        'HighLevel cannot be reached at the moment.',
        'HighLevel had an error at the moment.',
        'HighLevel took too long to respond at the moment.',
        'HighLevel sent an empty response at the moment.',
        'HighLevel redirected this request at the moment.',
        'HighLevel turned this request away at the moment.',
        'The connection to HighLevel was lost at the moment.',
      ],
      why: 'HighLevel, or the firewall in front of it, has an outage.',
      todo: 'Nothing: Zapier repeats the step in a minute.',
    },
    {
      says: [
        'HighLevel had an error, so this step may or may not have worked.',
        'HighLevel took too long to respond, so this step may or may not have worked.',
        'HighLevel sent an empty response, so this step may or may not have worked.',
        'The connection to HighLevel was lost, so this step may or may not have worked.',
        'HighLevel accepted the message but returned no ID for it, so this step may or may not have worked.',
      ],
      why: 'Something broke after the request was sent. The step is not repeated by itself, because that could send a message twice.',
      todo: 'Look in HighLevel. Replay the step only if nothing arrived there.',
    },
    {
      says: ['[What happened] Try again in a minute.', '[What happened] Try again later.'],
      why: 'You opened a list in the editor while HighLevel was busy or had an outage.',
      todo: 'Wait, then open the list again.',
    },
    {
      says: ['This step ran out of time before its last request, so nothing was sent.'],
      why: 'HighLevel was slow, or the step had a lot to do.',
      todo: 'Nothing: Zapier repeats the step.',
    },
    {
      says: ["HighLevel's response contains no [record] that can be read ([keys] is missing)."],
      why: 'HighLevel sent something that this integration does not understand.',
      todo: "Try again in a few minutes. If it happens again, tell the integration's publisher.",
    },
  ],
  'The connection': [
    {
      says: ['HighLevel no longer accepts this connection.'],
      why: 'The app was uninstalled from the sub-account, the sub-account is not active, or the connection was not used for a year.',
      todo: 'Reconnect HighLevel in Zapier.',
    },
    {
      says: ['HighLevel did not complete the sign-in.'],
      why: "The sign-in took too long, or the integration's settings are wrong.",
      todo: "Start the connection again. If it fails again, tell the integration's publisher.",
    },
    {
      says: ['HighLevel did not grant every permission that this integration needs.'],
      why: 'A permission was unticked on the consent page, or the app in the HighLevel marketplace lacks a scope.',
      todo: 'Connect again and leave all permissions ticked. The publisher adds the named scopes to the app.',
    },
    {
      says: [
        'This step needs the HighLevel permission [name], which this connection does not have.',
      ],
      why: 'The permission was unticked on the consent page, or the connection is older than the step: a new version of this integration may ask for more.',
      todo: 'Reconnect HighLevel in Zapier and allow it: Zapier asks for all permissions again, and your Zaps stay as they are. Until then, other steps continue to work.',
    },
    {
      says: [
        'This step needs the HighLevel permission [name], which this integration does not ask for.',
      ],
      why: "The integration's publisher left this scope out of the app in the HighLevel marketplace.",
      todo: 'The publisher adds the scope, as [publishing.md](publishing.md) shows.',
    },
    {
      says: ['HighLevel accepts this connection, but does not allow this step.'],
      why: 'HighLevel did not say which it is: the connection lacks a permission, or the user who connected may not do this.',
      todo: 'Reconnect as an admin of the sub-account, with all permissions ticked. For API Request, check which scope the endpoint needs.',
    },
    {
      says: [
        'HighLevel did not say which sub-account was connected.',
        'This connection names no HighLevel sub-account.',
        'This connection does not say which agency its sub-account belongs to.',
      ],
      why: 'The connection was made without choosing a sub-account, or by an old version of this integration.',
      todo: 'Reconnect HighLevel, and choose one sub-account on its consent page.',
    },
    {
      says: ['HighLevel no longer accepts the private integration token of this connection.'],
      why: 'The token was replaced or deleted.',
      todo: 'Copy the current token in HighLevel (Settings > Private Integrations), and reconnect with it.',
    },
    {
      says: [
        'This step needs the HighLevel permission [name], which the token of this connection does not have.',
        'HighLevel does not allow this step with the token of this connection: [reason]',
      ],
      why: 'The private integration token lacks a scope that this step needs.',
      todo: 'In HighLevel, open Settings > Private Integrations, and add the scope.',
    },
    {
      says: ['[Setting] is not set for this integration.'],
      why: "The integration's publisher has not set its client ID or secret in Zapier.",
      todo: 'The publisher sets it with `zapier-platform env:set`, as [publishing.md](publishing.md) shows.',
    },
  ],
  "An agency's connection": [
    {
      says: ['"Sub-Account" is empty, and this connection is of an agency.'],
      why: 'The step does not say which sub-account it works in.',
      todo: 'Choose a sub-account, or map its ID or exact name.',
    },
    {
      says: ['"Sub-Account" is "All sub-accounts", which only instant triggers can use.'],
      why: 'The step works in one sub-account.',
      todo: 'Choose one, or map "Sub-Account ID" from an instant trigger.',
    },
    {
      says: ['"Sub-Account" is "The agency itself", which only API Request can use.'],
      why: 'The step works in a sub-account.',
      todo: 'Choose a sub-account, or map its ID or exact name.',
    },
    {
      says: ['{locationId} stands for a sub-account, and "Sub-Account" is "The agency itself".'],
      why: 'A request of the agency itself does not belong to a sub-account.',
      todo: 'Write the ID of a sub-account in its place, or choose that sub-account in "Sub-Account".',
    },
    {
      says: [
        'The app is installed in no sub-account with the name "[name]".',
        '[Number] sub-accounts have the name "[name]".',
      ],
      why: 'The name matches none of the sub-accounts that have the app, or several of them.',
      todo: 'Choose the sub-account from the list, or map its ID.',
    },
    {
      says: [
        'The app is installed in none of the sub-accounts of your HighLevel agency, so there is nothing to work in.',
      ],
      why: 'The app was approved for the agency, but for no sub-account.',
      todo: 'Install it in at least one sub-account from the HighLevel App Marketplace, then connect again.',
    },
    {
      says: [
        'The app of this connection is not installed in the sub-account "[name]".',
        'This agency has no such sub-account in HighLevel.',
      ],
      why: 'The app was never installed there, was uninstalled, or the sub-account belongs to another agency.',
      todo: 'Install the app in that sub-account from the HighLevel App Marketplace. You do not need to reconnect.',
    },
    {
      says: [
        'HighLevel accepts this connection, but does not allow this step in this sub-account.',
        'HighLevel allows no access to the sub-account "[name]", most likely because it has another version of the app than this connection.',
      ],
      why: 'A permission is missing, or the sub-account and the agency approved different versions of the app.',
      todo: 'Update the app in that sub-account. Reconnect HighLevel in Zapier, and leave all permissions ticked.',
    },
    {
      says: [
        'HighLevel did not allow access to this sub-account.',
        'The access to this sub-account had ended and was renewed, before anything was sent.',
      ],
      why: 'The access to the sub-account had to be renewed.',
      todo: 'Nothing: Zapier repeats the step.',
    },
    {
      says: ['This connection is of an agency with several sub-accounts.'],
      why: 'The search does not say which sub-account to find.',
      todo: 'Enter its name.',
    },
  ],
  'An instant trigger, or waiting for a reply': [
    {
      says: ['[This step] needs the webhook relay, and this integration has none.'],
      why: 'The integration was published without a webhook relay.',
      todo: 'Use the polling trigger that the message names. The publisher sets `HOOK_RELAY_URL`.',
    },
    {
      says: [
        'The HOOK_RELAY_URL of this integration does not start with https://, and nothing else can carry a HighLevel token.',
        "The server at this integration's HOOK_RELAY_URL is not the webhook relay (status [number]).",
      ],
      why: "The integration's setting contains another URL.",
      todo: "Tell the integration's publisher, who corrects it.",
    },
    {
      says: [
        'The webhook relay could not switch this trigger on: [reason]',
        'The webhook relay could not make this step wait: [reason]',
      ],
      why: "The relay's own reason follows.",
      todo: 'Do what it says. If the connection does not belong to the sub-account, reconnect HighLevel and choose the sub-account of the Zap.',
    },
    {
      says: [
        'The webhook relay of this integration cannot be reached.',
        'The webhook relay of this integration could not check this connection ([reason]).',
      ],
      why: 'The relay is down, or cannot reach HighLevel.',
      todo: "Try again in a few minutes. If it happens again, tell the integration's publisher.",
    },
    {
      says: [
        'The webhook relay of this integration could not end the subscription (status [number]).',
      ],
      why: 'The relay had an error while the Zap was switched off.',
      todo: 'Nothing: the Zap is off, and the relay ends the subscription by itself.',
    },
    {
      says: ['This Zap gets no more events: [reason]'],
      why: 'The relay could not check for too long that the connection of this Zap may still receive events.',
      todo: 'Reconnect HighLevel. Events of a week are kept, and start the Zap afterwards.',
    },
    {
      says: [
        'A delivery to this Zap was not signed by the webhook relay.',
        'A delivery to this Zap contains no event.',
        'Zapier passed on no delivery of the webhook relay, or one without its signature.',
      ],
      why: "Someone else posted to the Zap's URL, or the Zap kept an old subscription.",
      todo: 'Nothing. If events are missing, switch the Zap off and on again.',
    },
  ],
  'API Request': [
    {
      says: ['"Method" must be one of [methods].', 'A GET request has no body.'],
      why: 'HighLevel does not have this method, or the method does not allow a body.',
      todo: 'Choose another method, or clear "Body".',
    },
    {
      says: [
        '"Path" is too long: it has [number] characters.',
        '"Path" still contains "[placeholder]".',
        '"Path" must be a path of HighLevel\'s own API, such as /contacts/, and no other URL: this step sends the access token of your connection.',
        '"Path" returns access tokens, which must not appear in a Zap.',
      ],
      why: "The path is not one of HighLevel's API that this step may call.",
      todo: 'Copy the path from the documentation of the HighLevel API, and replace the parts in braces with IDs.',
    },
    {
      says: [
        'HighLevel finds nothing at this path.',
        'HighLevel finds nothing at this path: [reason]',
      ],
      why: 'The path is wrong, or the record was deleted or is in another sub-account.',
      todo: 'Compare "Path" with the documentation of the HighLevel API, and check the IDs in it.',
    },
    {
      says: [
        '"Stage" cannot be "[stage]": it belongs to the pipeline "[pipeline]", and "Pipeline" is "[other pipeline]".',
      ],
      why: 'A stage is part of one pipeline, and this one is part of another.',
      todo: 'Choose one of the stages that the message lists, or the pipeline of the stage.',
    },
    {
      says: [
        'The contact already has an opportunity[, its name and stage], and your sub-account allows one per contact.',
      ],
      why: 'The opportunity settings of the sub-account forbid a second opportunity for a contact.',
      todo: 'Use Create or Update Opportunity, set "If One Already Exists" to Return It, or allow several in the settings in HighLevel.',
    },
    {
      says: ['A "Lost Reason" is for the status Lost only.'],
      why: 'Only lost opportunities have a lost reason.',
      todo: 'Clear "Lost Reason", or set "Status" to Lost.',
    },
    {
      says: ['HighLevel did not accept this request for the connected sub-account.'],
      why: 'HighLevel refused the request because it does not name a sub-account.',
      todo: 'Add `locationId` with the value `{locationId}` to "Query Parameters", or to "Body".',
    },
  ],
};

/** What people look for that no message says. */
export const SYMPTOMS: readonly (Omit<Entry, 'says'> & { sees: string })[] = [
  {
    sees: 'Zapier asks to reconnect although you just did',
    why: 'The user who connected lost access to the sub-account in HighLevel.',
    todo: 'Reconnect as an admin of the sub-account.',
  },
  {
    sees: 'Conversation Started does not run for a conversation',
    why: 'The conversation already existed 10 minutes before the message: the contact has written before.',
    todo: 'Use New Inbound Message for every message.',
  },
];
