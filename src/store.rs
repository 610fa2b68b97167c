//! The one [`ViewState`] that all islands share, and the listeners for its changes.
//!
//! This module does not know the address. The code that starts the app reads the address into the store and writes it
//! back.

use crate::view::ViewState;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use yew::prelude::*;

type Listener = Rc<dyn Fn(&ViewState)>;
/// Calls what it is given when it is time.
type When = fn(fn());

#[derive(Default)]
struct Store {
    view: ViewState,
    listeners: Vec<(usize, Listener)>,
    next: usize,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    static WHEN: Cell<When> = const { Cell::new(|tell| tell()) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
}

/// Keeps a listener in the store; dropping it takes the listener out.
#[must_use = "the listener is taken out when this is dropped"]
pub struct Subscription(usize);

impl Drop for Subscription {
    fn drop(&mut self) {
        STORE.with_borrow_mut(|store| store.listeners.retain(|(id, _)| *id != self.0));
    }
}

/// What the reader sees now.
pub fn current() -> ViewState {
    STORE.with_borrow(|store| store.view.clone())
}

/// Changes the view. Notifies the listeners if the view differs from the one before.
pub fn change(with: impl FnOnce(&mut ViewState)) {
    let mut view = current();
    with(&mut view);
    replace(view);
}

/// Sets the function that decides when listeners are notified of a change. `when` receives the function that notifies
/// them. Without it, listeners are notified at once. Changes that happen before the notification are reported together.
pub fn tell_when(when: When) {
    WHEN.set(when);
}

/// From now on nothing changes and nobody is told: another app takes over.
pub fn stop() {
    STOPPED.set(true);
}

/// Whether another app has taken over, and this one must not act any more.
pub fn is_stopped() -> bool {
    STOPPED.get()
}

/// The part of [`change`] that is the same for every change, so that it is there once.
fn replace(view: ViewState) {
    if !is_stopped() && view != current() {
        STORE.with_borrow_mut(|store| store.view = view);
        if !WAITING.replace(true) {
            WHEN.get()(tell);
        }
    }
}

/// Tells everybody what the reader sees, as after a change.
pub fn tell() {
    WAITING.set(false);
    if is_stopped() {
        return;
    }
    // Listeners may look at the store and leave it, so none of it is borrowed while they run.
    let (view, listeners): (ViewState, Vec<Listener>) =
        STORE.with_borrow(|store| (store.view.clone(), store.listeners.iter().map(|(_, listener)| Rc::clone(listener)).collect()));
    listeners.iter().for_each(|listener| listener(&view));
}

/// Calls `listener` after every change, for as long as the subscription lives.
pub fn subscribe(listener: impl Fn(&ViewState) + 'static) -> Subscription {
    STORE.with_borrow_mut(|store| {
        let id = store.next;
        store.next += 1;
        store.listeners.push((id, Rc::new(listener)));
        Subscription(id)
    })
}

/// What the reader sees, for an island. The first rendering gets the default, as the native one did, because
/// hydration demands the same from both; the real state follows at once.
#[hook]
pub fn use_view() -> ViewState {
    let view = use_state_eq(ViewState::default);
    let handle = view.clone();
    use_effect_with((), move |()| {
        handle.set(current());
        let subscription = subscribe(move |view| handle.set(view.clone()));
        move || drop(subscription)
    });
    (*view).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn listeners_hear_of_changes_while_they_subscribe() {
        let heard = Rc::new(Cell::new(0));
        let subscription = subscribe({
            let heard = Rc::clone(&heard);
            move |view| {
                assert_eq!(*view, current());
                heard.set(heard.get() + 1);
            }
        });
        change(|view| view.year = Some(2014));
        change(|view| view.year = Some(2014));
        assert_eq!(heard.get(), 1, "the second one changed nothing");
        drop(subscription);
        change(|view| view.year = None);
        assert_eq!(heard.get(), 1, "nobody listens any more");
    }

    #[test]
    fn changes_are_told_as_one_when_it_is_time() {
        thread_local! {
            static LATER: RefCell<Vec<fn()>> = RefCell::default();
        }
        let heard = Rc::new(RefCell::new(Vec::new()));
        let subscription = subscribe({
            let heard = Rc::clone(&heard);
            move |view| heard.borrow_mut().push(view.year)
        });
        tell_when(|tell| LATER.with_borrow_mut(|later| later.push(tell)));
        change(|view| view.year = Some(2014));
        change(|view| view.year = Some(2016));
        assert_eq!((current().year, heard.borrow().len()), (Some(2016), 0));
        LATER.take().into_iter().for_each(|tell| tell());
        assert_eq!(*heard.borrow(), [Some(2016)]);
        change(|view| view.year = None);
        LATER.take().into_iter().for_each(|tell| tell());
        assert_eq!(*heard.borrow(), [Some(2016), None]);
        drop(subscription);
    }
}
